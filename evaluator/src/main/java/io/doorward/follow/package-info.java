/** How an evaluator comes to its index and keeps up with a source of policy. Not for users. */
@NullMarked
package io.doorward.follow;

import org.jspecify.annotations.NullMarked;
