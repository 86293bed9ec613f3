/** Everything that is wrong with a policy or a document, each problem with its place, its code and a sentence. */
@NullMarked
package io.doorward.problem;

import org.jspecify.annotations.NullMarked;
