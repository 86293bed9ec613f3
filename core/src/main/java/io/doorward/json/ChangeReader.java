package io.doorward.json;

import io.doorward.change.Change;
import io.doorward.document.ObjectWalk;
import io.doorward.document.Shape;
import io.doorward.problem.Problem;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads one change. The key that names it comes first by convention, but may come last: so every key reads alike in all
 * changes that have it, and which of them belong here is judged when the name is known.
 */
final class ChangeReader {

    static final Shape SHAPE = Shape.of("a change", ChangeKinds.keysOfAll()).open();

    private final PolicyInput in;
    private final ObjectWalk row;
    private final ChangeValues values;
    private @Nullable ChangeKind<?> kind;

    private ChangeReader(PolicyInput in, ObjectWalk row) {
        this.in = in;
        this.row = row;
        values = new ChangeValues(in, row);
    }

    /** The change that stands here; null after a problem was reported. */
    static @Nullable Change read(PolicyInput in, ObjectWalk row) {
        return new ChangeReader(in, row).read();
    }

    private @Nullable Change read() {
        while (row.next()) {
            if (row.key().equals(ChangeKind.KEY)) {
                readKind();
            } else {
                readKey();
            }
        }
        return kind == null ? null : kind.make(values);
    }

    private void readKind() {
        String word = in.text();
        if (word == null) {
            return;
        }
        Optional<ChangeKind<?>> known = ChangeKinds.find(word);
        if (known.isEmpty()) {
            in.document()
                    .rejectWord(
                            word,
                            "the name of a change, such as \"addMember\" (docs/changes-format.md lists them all)");
            return;
        }
        kind = known.get();
        values.positions().forEach((key, position) -> {
            if (!known.get().has(key.name())) {
                in.document().problem(position, unknown(key.name(), known.get()));
            }
        });
    }

    private void readKey() {
        Optional<ChangeKey<?>> key = ChangeKinds.key(row.key());
        if (key.isPresent() && (kind == null || kind.has(row.key()))) {
            values.read(key.get());
        } else {
            in.document().problem(row.keyPosition(), kind == null ? unknown() : unknown(row.key(), kind));
            in.document().skip();
        }
    }

    /** Of a change whose name is not known yet, nobody knows that it holds no secret. */
    private static String unknown() {
        return "This key is unknown in every change; remove it or correct its name.";
    }

    private static String unknown(String key, ChangeKind<?> kind) {
        String quoted = kind.isSecret() ? "This key" : "The key " + Problem.quoted(key);
        return quoted + " is unknown in the change \"" + kind.word() + "\", which has " + kind.listKeys()
                + "; remove it or correct its name.";
    }
}
