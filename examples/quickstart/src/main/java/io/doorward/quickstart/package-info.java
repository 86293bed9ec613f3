/** The page on which an administrator makes an API user, as a program. */
@NullMarked
package io.doorward.quickstart;

import org.jspecify.annotations.NullMarked;
