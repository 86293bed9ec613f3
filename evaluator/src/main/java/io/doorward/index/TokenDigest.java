package io.doorward.index;

import java.security.DigestException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * Hashes the token that a request carries without making objects: the SHA-256 of its UTF-8 bytes, as four words.
 *
 * <p>Not thread-safe; one per thread. Keeps no clear text: the buffer is wiped after each use.
 */
final class TokenDigest {

    /** A longer token is unknown before anything is hashed (domain, "Identity"); in code points. */
    private static final int MAX_CHARACTERS = 1024;

    private static final int MAX_BYTES = 4 * MAX_CHARACTERS;
    private static final int HASH_BYTES = 32;

    private final MessageDigest sha256;
    private final byte[] buffer = new byte[MAX_BYTES];
    private final byte[] hash = new byte[HASH_BYTES];

    TokenDigest() {
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This JVM lacks SHA-256, which every JVM must have", e);
        }
    }

    /** Hashes the text; false, and nothing is hashed, if it can be no token at all. */
    boolean hash(String token) {
        int length = encode(token);
        if (length <= 0) {
            return false;
        }
        try {
            sha256.update(buffer, 0, length);
            sha256.digest(hash, 0, HASH_BYTES);
        } catch (DigestException e) {
            throw new IllegalStateException("SHA-256 does not fit " + HASH_BYTES + " bytes", e);
        } finally {
            wipe(length);
        }
        return true;
    }

    private void wipe(int length) {
        Arrays.fill(buffer, 0, length, (byte) 0);
    }

    /** The i-th eighth of the hash of the last text, big-endian. */
    long word(int i) {
        long word = 0;
        for (int b = i * Long.BYTES; b < (i + 1) * Long.BYTES; b++) {
            word = word << Byte.SIZE | (hash[b] & 0xFF);
        }
        return word;
    }

    /** Writes the text's UTF-8 bytes to the buffer; the number of them, or -1 for what can be no token. */
    private int encode(String token) {
        int length = token.length();
        if (length > MAX_CHARACTERS
                && (length > 2 * MAX_CHARACTERS || token.codePointCount(0, length) > MAX_CHARACTERS)) {
            return -1;
        }
        int n = 0;
        for (int i = 0; i < length; i++) {
            char c = token.charAt(i);
            if (c < 0x80) {
                buffer[n++] = (byte) c;
            } else if (c < 0x800) {
                buffer[n++] = (byte) (0xC0 | c >> 6);
                buffer[n++] = (byte) (0x80 | (c & 0x3F));
            } else if (!Character.isSurrogate(c)) {
                buffer[n++] = (byte) (0xE0 | c >> 12);
                buffer[n++] = (byte) (0x80 | (c >> 6 & 0x3F));
                buffer[n++] = (byte) (0x80 | (c & 0x3F));
            } else if (Character.isHighSurrogate(c)
                    && i + 1 < length
                    && Character.isLowSurrogate(token.charAt(i + 1))) {
                int codePoint = Character.toCodePoint(c, token.charAt(++i));
                buffer[n++] = (byte) (0xF0 | codePoint >> 18);
                buffer[n++] = (byte) (0x80 | (codePoint >> 12 & 0x3F));
                buffer[n++] = (byte) (0x80 | (codePoint >> 6 & 0x3F));
                buffer[n++] = (byte) (0x80 | (codePoint & 0x3F));
            } else {
                wipe(n);
                return -1;
            }
        }
        return n;
    }
}
