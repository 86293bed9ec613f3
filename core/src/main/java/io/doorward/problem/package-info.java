/** What is wrong with a policy, said in full: where, what, and what to do about it. */
@NullMarked
package io.doorward.problem;

import org.jspecify.annotations.NullMarked;
