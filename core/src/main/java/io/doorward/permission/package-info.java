/**
 * What may be granted and what it allows: permissions, sets of them, actions, and the catalogue that
 * defines all three.
 */
@NullMarked
package io.doorward.permission;

import org.jspecify.annotations.NullMarked;
