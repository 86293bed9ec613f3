package io.doorward.generator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Draws that depend on a seed and on nothing else. For one thread at a time. */
public final class Chance {

    private final Random random;

    public Chance(long seed) {
        // Neighbouring seeds give java.util.Random similar first draws; a multiplication sets them apart.
        random = new Random(seed * 0x9E3779B97F4A7C15L);
        random.nextInt();
    }

    /** True as often as this. */
    boolean of(double probability) {
        return random.nextDouble() < probability;
    }

    /** A number between these two, both included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    @SafeVarargs
    final <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T pick(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Each of these as often as this, in their order. */
    <T> List<T> some(List<T> choices, double probability) {
        List<T> some = new ArrayList<>();
        for (T choice : choices) {
            if (of(probability)) {
                some.add(choice);
            }
        }
        return some;
    }

    <T> List<T> shuffled(List<T> choices) {
        List<T> shuffled = new ArrayList<>(choices);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }
}
