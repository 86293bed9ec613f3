/** What an evaluator keeps in memory. */
@NullMarked
package io.doorward.benchmarks.memory;

import org.jspecify.annotations.NullMarked;
