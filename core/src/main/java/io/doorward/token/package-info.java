/** Tokens and the hashes by which they are known; the clear text is never kept. */
@NullMarked
package io.doorward.token;

import org.jspecify.annotations.NullMarked;
