/** What something took, of time and of a processor. */
@NullMarked
package io.doorward.benchmarks.clock;

import org.jspecify.annotations.NullMarked;
