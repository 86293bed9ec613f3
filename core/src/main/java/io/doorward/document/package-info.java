/**
 * Strict JSON: what every document of Doorward is read with, whatever it says. Exported to our own modules only.
 *
 * <p>Everything that is wrong is collected with its line and column, and reading goes on behind it; only text that is
 * no JSON, no UTF-8 or beyond a limit ends the reading.
 */
@NullMarked
package io.doorward.document;

import org.jspecify.annotations.NullMarked;
