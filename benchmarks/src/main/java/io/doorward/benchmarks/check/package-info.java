/** Benchmarks of one check: may the holder of a token do something on a device? */
@NullMarked
package io.doorward.benchmarks.check;

import org.jspecify.annotations.NullMarked;
