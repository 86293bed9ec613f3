package io.doorward.json;

import io.doorward.document.DocumentReader;
import io.doorward.document.ObjectWalk;
import io.doorward.document.Position;
import io.doorward.document.Shape;
import io.doorward.token.TokenHash;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads the secret of a token or of an offer: its hash, or the secret itself, which is hashed at once. */
final class HashReader {

    private final DocumentReader document;
    private @Nullable TokenHash hash;

    HashReader(PolicyInput in) {
        document = in.document();
    }

    /**
     * Reads an object that holds nothing but a secret.
     *
     * @param noun what it is, to begin a sentence
     */
    static TokenHash readObject(PolicyInput in, Shape shape, String noun) {
        boolean isObject = in.document().isObject();
        ObjectWalk row = in.object(shape);
        HashReader secret = new HashReader(in);
        while (row.next()) {
            if (row.key().equals("sha256")) {
                secret.readSha256();
            } else {
                secret.readToken();
            }
        }
        return isObject ? secret.of(row, noun) : placeholder(row.position());
    }

    void readSha256() {
        read(TokenHash::fromHex);
    }

    void readToken() {
        read(TokenHash::ofClearText);
    }

    /** The hash that was read last; null if none was, or what stood there is none. */
    @Nullable
    TokenHash hash() {
        return hash;
    }

    /**
     * The hash that the row gives; where it gives none or two, one that no other row has, so that the rest of it is
     * still checked.
     *
     * @param noun what the row is, to begin a sentence
     */
    TokenHash of(ObjectWalk row, String noun) {
        boolean one = row.has("sha256") != row.has("token");
        if (!one) {
            String fault = row.has("token") ? " has both \"sha256\" and \"token\"" : " needs \"sha256\" or \"token\"";
            document.problem(row.position(), noun + fault + "; give exactly one of them.");
        }
        return one && hash != null ? hash : placeholder(row.position());
    }

    /** A hash that no other row has; only for what has a problem already. */
    static TokenHash placeholder(Position row) {
        return TokenHash.ofClearText("(at " + row.text() + ")");
    }

    private void read(Function<String, TokenHash> toHash) {
        String text = document.text();
        if (text == null) {
            return;
        }
        try {
            hash = toHash.apply(text);
        } catch (IllegalArgumentException e) {
            // Safe to show: neither function quotes its argument.
            document.problem(document.here(), String.valueOf(e.getMessage()));
        }
    }
}
