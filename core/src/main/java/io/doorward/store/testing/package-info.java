/** Suites that a source or a store of policies has to pass, for JUnit Jupiter; see {@code docs/stores.md}. */
@NullMarked
package io.doorward.store.testing;

import org.jspecify.annotations.NullMarked;
