/** The slow and obvious evaluator that every fast one is compared with. */
@NullMarked
package io.doorward.oracle;

import org.jspecify.annotations.NullMarked;
