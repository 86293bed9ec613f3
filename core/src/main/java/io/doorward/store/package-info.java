/** Where policies are kept: sources that can be read and followed, and stores that can be changed too. */
@NullMarked
package io.doorward.store;

import org.jspecify.annotations.NullMarked;
