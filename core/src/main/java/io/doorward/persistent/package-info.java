/** Collections whose next version shares all but the changed path with the one before. Not for users. */
@NullMarked
package io.doorward.persistent;

import org.jspecify.annotations.NullMarked;
