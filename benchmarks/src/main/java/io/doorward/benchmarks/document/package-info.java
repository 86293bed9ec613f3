/** How long a large policy document takes to read and to write, and in how much memory. */
@NullMarked
package io.doorward.benchmarks.document;

import org.jspecify.annotations.NullMarked;
