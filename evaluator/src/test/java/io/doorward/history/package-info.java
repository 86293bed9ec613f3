/** Policies that went through long sequences of changes. */
@NullMarked
package io.doorward.history;

import org.jspecify.annotations.NullMarked;
