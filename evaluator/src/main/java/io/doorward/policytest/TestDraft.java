package io.doorward.policytest;

import io.doorward.document.Position;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One test as it is written: which keys it has, what they say, and where. A key whose value is of a wrong type is there
 * too, since its author meant something by it, but says nothing.
 */
final class TestDraft {

    /** A text and where it stands. */
    record Text(Position position, String text) {}

    private final Position position;
    private final Map<String, Position> keys = new LinkedHashMap<>();
    private final Map<String, Text> texts = new LinkedHashMap<>();
    private final Map<String, List<Text>> lists = new LinkedHashMap<>();
    private @Nullable Instant at;
    private boolean broken;

    TestDraft(Position position) {
        this.position = position;
    }

    void key(String key, Position keyPosition) {
        keys.put(key, keyPosition);
    }

    void text(String key, Text text) {
        texts.put(key, text);
    }

    void list(String key, List<Text> list) {
        lists.put(key, List.copyOf(list));
    }

    void at(Instant instant) {
        at = instant;
    }

    /** Notes that a value could not be read, which was reported: the test is no test any more. */
    void breakDown() {
        broken = true;
    }

    boolean isBroken() {
        return broken;
    }

    /** Where the test begins. */
    Position position() {
        return position;
    }

    /** The keys in the order written. */
    Set<String> keys() {
        return keys.keySet();
    }

    boolean has(String key) {
        return keys.containsKey(key);
    }

    /** Where a key stands that the test has. */
    Position keyPosition(String key) {
        return keys.getOrDefault(key, position);
    }

    @Nullable
    Text find(String key) {
        return texts.get(key);
    }

    /** The text of a key that the test is known to have. */
    String text(String key) {
        Text text = texts.get(key);
        if (text == null) {
            throw new IllegalStateException("The test at " + position + " was not checked for the key " + key + ".");
        }
        return text.text();
    }

    List<Text> list(String key) {
        return lists.getOrDefault(key, List.of());
    }

    @Nullable
    Instant at() {
        return at;
    }
}
