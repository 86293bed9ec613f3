/**
 * Contenders take turns in short slices inside one process, and what counts is how long one took compared with its
 * neighbours: what the machine does besides meets all of them alike.
 */
@NullMarked
package io.doorward.benchmarks.paired;

import org.jspecify.annotations.NullMarked;
