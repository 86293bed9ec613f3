/** Random policies and questions, small enough to collide a lot, each from a seed. */
@NullMarked
package io.doorward.generator;

import org.jspecify.annotations.NullMarked;
