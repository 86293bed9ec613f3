/** The policies and questions that the benchmarks run on. */
@NullMarked
package io.doorward.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
