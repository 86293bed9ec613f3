package io.doorward.model;

import io.doorward.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What an id, a name and an e-mail address may look like, and how ids are ordered (domain: "Identity").
 *
 * <p>Stateless.
 */
public final class Identifiers {

    /** The longest id, name, slug, tag or e-mail address, in bytes of UTF-8. */
    public static final int MAX_BYTES = 256;

    private Identifiers() {}

    /**
     * Whether the text could be an id at all. O(length), and at most {@value #MAX_BYTES} characters are looked at.
     *
     * @param text any string
     */
    public static boolean isId(String text) {
        return faultOf(text, true) == null;
    }

    /**
     * Orders two texts by code point; differs from {@link String#compareTo} where characters beyond the basic
     * multilingual plane meet U+E000 to U+FFFF.
     */
    public static int compare(String a, String b) {
        int length = Math.min(a.length(), b.length());
        for (int i = 0; i < length; i++) {
            char x = a.charAt(i);
            char y = b.charAt(i);
            if (x != y) {
                return Integer.compare(codePointRank(x), codePointRank(y));
            }
        }
        return Integer.compare(a.length(), b.length());
    }

    static void require(String what, String text) {
        if (text == null) {
            throw new NullPointerException("The " + what + " must not be null");
        }
        String fault = faultOf(text, true);
        if (fault != null) {
            throw new IllegalArgumentException("The " + what + " " + Problem.quoted(text) + " " + fault + ".");
        }
    }

    /**
     * What is wrong with an id, a name, a slug, a tag or an e-mail address. O(length), and at most {@value #MAX_BYTES}
     * characters are looked at.
     *
     * @param notEmpty whether something is found by it: names and tags may be empty
     * @return the end of a sentence such as {@code is longer than 256 bytes of UTF-8; shorten it}, or null if nothing is
     */
    public static @Nullable String faultOf(String text, boolean notEmpty) {
        if (text.isEmpty()) {
            return notEmpty ? "is empty; give 1 to " + MAX_BYTES + " bytes" : null;
        }
        if (text.length() > MAX_BYTES) {
            return TOO_LONG;
        }
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isISOControl(c)) {
                return "has a control character at position " + (i + 1) + "; remove it";
            }
            if (!Character.isSurrogate(c)) {
                bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                bytes += 4;
                i++;
            } else {
                return "has an unpaired surrogate at position " + (i + 1) + "; give well-formed Unicode";
            }
        }
        return bytes > MAX_BYTES ? TOO_LONG : null;
    }

    private static final String TOO_LONG = "is longer than " + MAX_BYTES + " bytes of UTF-8; shorten it";

    /** UTF-16 puts surrogates below U+E000; code points put what they stand for above U+FFFF. */
    private static int codePointRank(char c) {
        return Character.isSurrogate(c) ? c + 0x10000 : c;
    }
}
