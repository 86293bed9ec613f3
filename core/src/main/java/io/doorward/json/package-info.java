/** The JSON formats of policies, read and written strictly. */
@NullMarked
package io.doorward.json;

import org.jspecify.annotations.NullMarked;
