/** Structures whose next version copies only the path to what changed; they know nothing of rows. Not for users. */
@NullMarked
package io.doorward.index.persistent;

import org.jspecify.annotations.NullMarked;
