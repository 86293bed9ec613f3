/** Changes of a policy: what can be changed, in sets that take effect as a whole or not at all. */
@NullMarked
package io.doorward.change;

import org.jspecify.annotations.NullMarked;
