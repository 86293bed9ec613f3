/** What threads see of what other threads publish, by jcstress: CONTRIBUTING.md says how to run it. */
@NullMarked
package io.doorward.benchmarks.publication;

import org.jspecify.annotations.NullMarked;
