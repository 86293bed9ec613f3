package io.doorward.exhaustive;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Which two values of two dimensions have been together in some combination. For one thread at a time. */
final class Pairs {

    /** The number of the first value of each dimension, among the values of all. */
    private final int[] first = new int[Dimension.ALL.size()];

    private final int values;
    private final boolean[] together;
    private final int[] present = new int[Dimension.ALL.size()];

    /** Two values of two dimensions. */
    record Pair(Dimension one, Object value, Dimension other, Object otherValue) {

        /** Whether any combination that keeps the rules has both values. */
        boolean isPossible() {
            Combination combination = new Combination();
            combination.set(one, value);
            combination.set(other, otherValue);
            return isPossible(combination, EnumSet.of(one, other));
        }

        /** Where a rule is broken, every value of one of its dimensions that are not settled yet is tried. */
        private static boolean isPossible(Combination combination, Set<Dimension> settled) {
            Rule broken = Rule.firstBroken(combination);
            if (broken == null) {
                return true;
            }
            for (Dimension dimension : broken.dimensions()) {
                if (!settled.contains(dimension)) {
                    return isPossibleWithAny(dimension, combination, settled);
                }
            }
            return false;
        }

        private static boolean isPossibleWithAny(Dimension dimension, Combination before, Set<Dimension> settled) {
            Set<Dimension> more = EnumSet.copyOf(settled);
            more.add(dimension);
            for (int number = 0; number < dimension.choices().size(); number++) {
                Combination combination = before.copy();
                combination.choose(dimension, number);
                if (isPossible(combination, more)) {
                    return true;
                }
            }
            return false;
        }
    }

    Pairs() {
        int count = 0;
        for (Dimension dimension : Dimension.ALL) {
            first[dimension.place()] = count;
            count += dimension.choices().size();
        }
        values = count;
        together = new boolean[values * values];
    }

    /** Notes all pairs of a combination. */
    void add(Combination combination) {
        for (int i = 0; i < present.length; i++) {
            int value = first[i] + combination.chosen(i);
            present[i] = value;
            for (int j = 0; j < i; j++) {
                together[present[j] * values + value] = true;
            }
        }
    }

    /** The pairs that have been in no combination. */
    List<Pair> missing() {
        List<Pair> missing = new ArrayList<>();
        forEach((pair, met) -> {
            if (!met) {
                missing.add(pair);
            }
        });
        return missing;
    }

    private interface Visitor {
        void visit(Pair pair, boolean met);
    }

    private void forEach(Visitor visitor) {
        for (Dimension one : Dimension.ALL) {
            for (Dimension other : Dimension.ALL.subList(one.place() + 1, Dimension.ALL.size())) {
                for (Object value : one.choices()) {
                    for (Object otherValue : other.choices()) {
                        int row = first[one.place()] + one.number(value);
                        int column = first[other.place()] + other.number(otherValue);
                        visitor.visit(new Pair(one, value, other, otherValue), together[row * values + column]);
                    }
                }
            }
        }
    }

    /** How many pairs there are. */
    int count() {
        int[] count = new int[1];
        forEach((pair, met) -> count[0]++);
        return count[0];
    }
}
