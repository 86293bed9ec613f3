/** The command line: one class a command, and one for each thing that commands share. */
@NullMarked
package io.doorward.cli;

import org.jspecify.annotations.NullMarked;
