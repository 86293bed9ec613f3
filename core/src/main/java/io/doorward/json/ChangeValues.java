package io.doorward.json;

import io.doorward.document.ObjectWalk;
import io.doorward.document.Position;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the keys of one change say, before it is known whether they make one. */
final class ChangeValues {

    private final PolicyInput in;
    private final ObjectWalk row;
    private final Map<ChangeKey<?>, Position> positions = new LinkedHashMap<>();
    private final Map<ChangeKey<?>, Object> values = new LinkedHashMap<>();
    private String word = "";
    private boolean sound = true;

    ChangeValues(PolicyInput in, ObjectWalk row) {
        this.in = in;
        this.row = row;
    }

    /** Reads the value at which the row stands. */
    <V> void read(ChangeKey<V> key) {
        positions.put(key, row.keyPosition());
        V value = key.read(in, row.keyPosition());
        if (value != null) {
            values.put(key, value);
        } else {
            sound = false;
        }
    }

    /** Where the keys stand that were read so far. */
    Map<ChangeKey<?>, Position> positions() {
        return positions;
    }

    /** Whether the change has the key, whatever its value is. */
    boolean has(ChangeKey<?> key) {
        return positions.containsKey(key);
    }

    /** The value of a key; null if it is absent or was refused. */
    @SuppressWarnings("unchecked") // only read() puts values in, those of the key
    <V> @Nullable V get(ChangeKey<V> key) {
        return (V) values.get(key);
    }

    /** Says what kind of change they are to make. */
    void belongTo(String kind) {
        word = kind;
    }

    /** Reports a key that should be there. */
    void missing(ChangeKey<?> key) {
        problem("The key \"" + key.name() + "\" is missing in the change \"" + word + "\"; add it.");
    }

    /** Reports that two keys are there, or none of them, where one should be. */
    void notOne(ChangeKey<?> one, ChangeKey<?> other) {
        boolean both = has(one);
        problem("The change \"" + word + (both ? "\" has both \"" : "\" needs \"") + one.name()
                + (both ? "\" and \"" : "\" or \"") + other.name() + "\"; give exactly one of them.");
    }

    /** Reports a window that no instant is in. */
    void emptyWindow(String fault) {
        problem("The window of the change \"" + word + "\" holds at no instant: " + fault);
    }

    private void problem(String message) {
        sound = false;
        in.document().problem(row.position(), message);
    }

    /** Whether nothing was wrong so far. */
    boolean isSound() {
        return sound;
    }
}
