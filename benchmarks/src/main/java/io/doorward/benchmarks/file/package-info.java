/** What changes and edits of a policy file cost. */
@NullMarked
package io.doorward.benchmarks.file;

import org.jspecify.annotations.NullMarked;
