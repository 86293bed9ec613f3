/** Who may make which change, compared with a second, naive statement of the rule and with the oracle. */
@NullMarked
package io.doorward.admin;

import org.jspecify.annotations.NullMarked;
