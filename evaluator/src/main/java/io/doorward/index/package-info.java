/** The compiled index that the evaluator answers from; not for users. */
@NullMarked
package io.doorward.index;

import org.jspecify.annotations.NullMarked;
