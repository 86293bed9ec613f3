/** Draws raw results. */
@NullMarked
package io.doorward.benchmarks.plot;

import org.jspecify.annotations.NullMarked;
