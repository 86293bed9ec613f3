/** The answer to one question, with its reason. */
@NullMarked
package io.doorward.decision;

import org.jspecify.annotations.NullMarked;
