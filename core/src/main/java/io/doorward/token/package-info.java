/** The secrets that identify principals: how they are made, and the hashes that are kept of them. */
@NullMarked
package io.doorward.token;

import org.jspecify.annotations.NullMarked;
