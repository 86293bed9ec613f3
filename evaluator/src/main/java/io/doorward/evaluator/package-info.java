/** The evaluator, which answers who may do what on which device from an immutable index. */
@NullMarked
package io.doorward.evaluator;

import org.jspecify.annotations.NullMarked;
