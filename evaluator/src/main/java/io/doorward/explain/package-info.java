/** Why a question was answered as it was, step by step. */
@NullMarked
package io.doorward.explain;

import org.jspecify.annotations.NullMarked;
