package io.doorward.oracle;

import java.util.Arrays;
import java.util.Comparator;

/** The order of ids. */
final class CodePoints {

    /** By code point, one after the other. */
    static final Comparator<String> ORDER =
            (a, b) -> Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());

    private CodePoints() {}
}
