/** Explanations: which grants were looked at for an answer, and what each of them gave. */
@NullMarked
package io.doorward.explain;

import org.jspecify.annotations.NullMarked;
