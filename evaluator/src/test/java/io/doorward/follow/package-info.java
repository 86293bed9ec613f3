/** How an evaluator keeps up with a source, and what it does where it cannot. */
@NullMarked
package io.doorward.follow;

import org.jspecify.annotations.NullMarked;
