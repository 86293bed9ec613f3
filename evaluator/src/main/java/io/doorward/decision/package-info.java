/** What is asked and what is answered: questions, decisions and their reasons. */
@NullMarked
package io.doorward.decision;

import org.jspecify.annotations.NullMarked;
