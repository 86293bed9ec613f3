/** Every small policy of a documented world, asked every question, of the evaluator and of the oracle. */
@NullMarked
package io.doorward.exhaustive;

import org.jspecify.annotations.NullMarked;
