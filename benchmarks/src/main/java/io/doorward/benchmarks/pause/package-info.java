/** How long single checks take at worst, while the policy changes. */
@NullMarked
package io.doorward.benchmarks.pause;

import org.jspecify.annotations.NullMarked;
