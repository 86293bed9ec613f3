/** What a change of a policy costs, from the store to the evaluator that follows it. */
@NullMarked
package io.doorward.benchmarks.change;

import org.jspecify.annotations.NullMarked;
