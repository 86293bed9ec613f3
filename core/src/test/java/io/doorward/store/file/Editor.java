package io.doorward.store.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.doorward.change.Actor;
import io.doorward.change.ChangeSet;
import io.doorward.json.PolicyJson;
import io.doorward.model.Policy;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/** How people's editors save a file; they know nothing of locks. */
enum Editor {
    /** Writes another file and renames it over the old one. */
    RENAMES_OVER {
        @Override
        void save(Path file, byte[] text, Duration pause) throws IOException {
            Path other = file.resolveSibling("." + file.getFileName() + ".swp");
            Files.write(other, text);
            Files.move(other, file, StandardCopyOption.ATOMIC_MOVE);
        }
    },
    /** Empties the file and writes it, with a pause in the middle. */
    WRITES_IN_PLACE {
        @Override
        void save(Path file, byte[] text, Duration pause) throws IOException {
            writeInHalves(file, text, pause);
        }
    },
    /** Moves the old file away, writes a new one, and deletes the old one. */
    MOVES_AWAY {
        @Override
        void save(Path file, byte[] text, Duration pause) throws IOException {
            Path old = file.resolveSibling(file.getFileName() + "~");
            Files.move(file, old, StandardCopyOption.REPLACE_EXISTING);
            LockSupport.parkNanos(pause.toNanos());
            writeInHalves(file, text, pause);
            Files.delete(old);
        }
    };

    abstract void save(Path file, byte[] text, Duration pause) throws IOException;

    /** Opens the file, makes changes and saves it: the revision in it stays what it was. */
    void edit(Path file, ChangeSet changes, Duration pause) throws IOException {
        Policy policy;
        try (InputStream in = Files.newInputStream(file)) {
            policy = PolicyJson.read(in);
        }
        Policy edited = changes.applyTo(policy, policy.revision(), Actor.HOST, Instant.EPOCH)
                .after();
        save(file, PolicyJson.toJson(edited).getBytes(UTF_8), pause);
    }

    private static void writeInHalves(Path file, byte[] text, Duration pause) throws IOException {
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write(text, 0, text.length / 2);
            LockSupport.parkNanos(pause.toNanos());
            out.write(text, text.length / 2, text.length - text.length / 2);
        }
    }
}
