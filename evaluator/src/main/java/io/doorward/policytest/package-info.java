/** Tests of a policy as data: questions and the answers that are expected. */
@NullMarked
package io.doorward.policytest;

import org.jspecify.annotations.NullMarked;
