/** Changes as a principal: which of them his rights allow. */
@NullMarked
package io.doorward.admin;

import org.jspecify.annotations.NullMarked;
