package io.doorward.store.file;

import com.google.common.hash.Hashing;
import com.google.common.hash.HashingOutputStream;
import io.doorward.json.PolicyJson;
import io.doorward.model.Policy;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/**
 * SHA-256 of a document. An immutable value.
 *
 * @param hex in lower case
 */
record Digest(String hex) {

    static Digest of(byte[] document) {
        return new Digest(Hashing.sha256().hashBytes(document).toString());
    }

    /** Of what the store would write for a policy. */
    static Digest of(Policy policy) {
        try (HashingOutputStream out = new HashingOutputStream(Hashing.sha256(), OutputStream.nullOutputStream())) {
            PolicyJson.write(policy, out);
            return new Digest(out.hash().toString());
        } catch (IOException e) {
            throw new UncheckedIOException("Nothing that is written nowhere can fail to be written.", e);
        }
    }
}
