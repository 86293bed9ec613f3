package io.doorward.oracle;

import io.doorward.token.TokenHash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/** A token in the clear, as a request carries it. */
final class ClearToken {

    private static final int MAX_CODE_POINTS = 1024;

    private ClearToken() {}

    /** The SHA-256 of the text's UTF-8 bytes, or null for a text that can be no token. */
    static @Nullable TokenHash hash(String text) {
        if (text.isEmpty() || text.codePointCount(0, text.length()) > MAX_CODE_POINTS || !isWellFormed(text)) {
            return null;
        }
        try {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            return TokenHash.fromBytes(MessageDigest.getInstance("SHA-256").digest(utf8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    private static boolean isWellFormed(String text) {
        return text.codePoints().noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
