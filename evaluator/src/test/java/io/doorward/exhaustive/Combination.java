package io.doorward.exhaustive;

import java.util.Arrays;
import java.util.Map;

/** One value of every dimension. Whoever enumerates combinations changes one in place. For one thread at a time. */
final class Combination {

    private final int[] chosen = new int[Dimension.ALL.size()];

    /** The first value of every dimension but of these. */
    static Combination plainBut(Map<Dimension, ?> values) {
        Combination combination = new Combination();
        values.forEach(combination::set);
        return combination;
    }

    Combination copy() {
        Combination copy = new Combination();
        copy.set(this);
        return copy;
    }

    /** Takes over every value of another one. */
    void set(Combination other) {
        System.arraycopy(other.chosen, 0, chosen, 0, chosen.length);
    }

    void set(Dimension dimension, Object value) {
        choose(dimension, dimension.number(value));
    }

    /** Chooses a value by its number. */
    void choose(Dimension dimension, int number) {
        chosen[dimension.place()] = number;
    }

    /** The number of the value. */
    int chosen(Dimension dimension) {
        return chosen(dimension.place());
    }

    /** The number of the value of the dimension with this number. */
    int chosen(int dimension) {
        return chosen[dimension];
    }

    <V> V get(Dimension dimension, Class<V> type) {
        return type.cast(dimension.choices().get(chosen[dimension.place()]));
    }

    boolean is(Dimension dimension, Object value) {
        return dimension.choices().get(chosen[dimension.place()]).equals(value);
    }

    /** Whether the value is none of the plain one. */
    boolean has(Dimension dimension) {
        return chosen[dimension.place()] != 0;
    }

    /** Whether every value is the plain one. */
    boolean isPlain() {
        return Arrays.stream(chosen).allMatch(number -> number == 0);
    }

    /** Whether a dimension of yes and no is yes. */
    boolean yes(Dimension dimension) {
        return get(dimension, Boolean.class);
    }

    /** In how many dimensions this one differs from another. */
    int distance(Combination other) {
        int distance = 0;
        for (int i = 0; i < chosen.length; i++) {
            distance += chosen[i] == other.chosen[i] ? 0 : 1;
        }
        return distance;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Combination that && Arrays.equals(chosen, that.chosen);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(chosen);
    }

    /** In words: every dimension that has not its plain value. */
    @Override
    public String toString() {
        StringBuilder words = new StringBuilder();
        for (Dimension dimension : Dimension.ALL) {
            if (has(dimension)) {
                words.append(words.isEmpty() ? "" : ", ")
                        .append(dimension.words())
                        .append(": ")
                        .append(get(dimension, Object.class));
            }
        }
        return words.toString();
    }
}
