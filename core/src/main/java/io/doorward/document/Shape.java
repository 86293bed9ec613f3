package io.doorward.document;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which keys an object may have, and which it must. An immutable value; one constant for each kind of object. */
public final class Shape {

    private static final int MAX_KEYS = Long.SIZE;

    private final String noun;
    private final ImmutableMap<String, Integer> keys;
    private final ImmutableSet<String> required;
    private final boolean anyKey;
    private final boolean secret;
    private final boolean open;

    private Shape(
            String noun,
            List<String> keys,
            ImmutableSet<String> required,
            boolean anyKey,
            boolean secret,
            boolean open) {
        ImmutableMap.Builder<String, Integer> numbered = ImmutableMap.builder();
        for (int i = 0; i < keys.size(); i++) {
            numbered.put(keys.get(i), i);
        }
        this.noun = noun;
        this.keys = numbered.buildOrThrow();
        this.required = required;
        this.anyKey = anyKey;
        this.secret = secret;
        this.open = open;
    }

    /**
     * An object with keys of its own.
     *
     * @param noun what it is, with its article, such as {@code a user}
     * @param keys at most 64 in the order in which messages list them; those that end with {@code !} are required
     */
    public static Shape of(String noun, String... keys) {
        if (keys.length > MAX_KEYS) {
            throw new IllegalArgumentException("A shape has at most " + MAX_KEYS + " keys, not " + keys.length + ".");
        }
        List<String> names = new ArrayList<>();
        ImmutableSet.Builder<String> required = ImmutableSet.builder();
        for (String key : keys) {
            boolean isRequired = key.endsWith("!");
            String name = isRequired ? key.substring(0, key.length() - 1) : key;
            names.add(name);
            if (isRequired) {
                required.add(name);
            }
        }
        return new Shape(noun, names, required.build(), false, false, false);
    }

    /**
     * An object whose keys are ids.
     *
     * @param noun what it is, such as {@code the grants on devices}
     */
    public static Shape ofAnyKeys(String noun) {
        return new Shape(noun, List.of(), ImmutableSet.of(), true, false, false);
    }

    /** The same for an object that holds a secret: a key that it may not have is not quoted, it may be the secret. */
    public Shape secret() {
        return new Shape(noun, keys.keySet().asList(), required, anyKey, true, open);
    }

    /**
     * The same for an object whose other keys are walked over like its own, and not reported: for whoever can say more
     * about them.
     */
    public Shape open() {
        return new Shape(noun, keys.keySet().asList(), required, anyKey, secret, true);
    }

    String noun() {
        return noun;
    }

    boolean allowsAnyKey() {
        return anyKey;
    }

    boolean isSecret() {
        return secret;
    }

    boolean isOpen() {
        return open;
    }

    ImmutableSet<String> required() {
        return required;
    }

    /** The bit of a key; null if the object may not have it. */
    @Nullable
    Integer number(String key) {
        return keys.get(key);
    }

    /** Such as {@code id, email, name}. */
    String listKeys() {
        return String.join(", ", keys.keySet());
    }
}
