package io.doorward.token;

import java.nio.charset.StandardCharsets;

/** What a secret may look like, and its one encoding. */
final class SecretText {

    static final int MAX_CHARACTERS = 1024;

    private SecretText() {}

    /**
     * The UTF-8 bytes of a secret.
     *
     * @throws IllegalArgumentException if it is empty, too long or not well formed; the message never
     *     quotes it
     */
    static byte[] encode(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException(
                    "The token is empty; a token has 1 to " + MAX_CHARACTERS + " characters.");
        }
        // No text of so many code units can be short enough: an attacker's megabytes are never walked.
        if (text.length() > 2 * MAX_CHARACTERS || text.codePointCount(0, text.length()) > MAX_CHARACTERS) {
            throw new IllegalArgumentException(
                    "The token is too long; a token has 1 to " + MAX_CHARACTERS + " characters.");
        }
        if (!isWellFormed(text)) {
            // Encoding would replace it by a question mark, and two tokens would have one hash.
            throw new IllegalArgumentException(
                    "The token has an unpaired surrogate; pass the text as it was received.");
        }
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isHighSurrogate(unit)
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(unit)) {
                return false;
            }
        }
        return true;
    }
}
