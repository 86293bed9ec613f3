package io.doorward.cli;

import java.io.InputStream;
import java.io.PrintStream;

/**
 * What a command reads and writes. Text is UTF-8 whatever the locale says.
 *
 * @param in standard input
 * @param out the answer
 * @param err everything else
 */
record Console(InputStream in, PrintStream out, PrintStream err) {}
