/** Random and planted differences between the evaluator and the oracle. */
@NullMarked
package io.doorward.differential;

import org.jspecify.annotations.NullMarked;
