/** Permissions, sets of them, and the actions that ask for them. */
@NullMarked
package io.doorward.permission;

import org.jspecify.annotations.NullMarked;
