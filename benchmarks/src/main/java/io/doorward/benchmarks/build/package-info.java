/** How long it takes until an evaluator can answer. */
@NullMarked
package io.doorward.benchmarks.build;

import org.jspecify.annotations.NullMarked;
