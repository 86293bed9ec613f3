package io.doorward.exhaustive;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A part of the small world that is gone through without a gap. Immutable and thread-safe. */
interface Block {

    String name();

    /** The block in words. */
    String words();

    /**
     * Every combination of the block that keeps the rules, in an order that is always the same. The visitor gets one object
     * again and again.
     */
    void forEach(Consumer<Combination> visitor);

    /** Whether a combination lies in the block. */
    boolean contains(Combination combination);

    /** Every combination of some values of some dimensions, the others as in a background. */
    final class Cross implements Block {

        private final String name;
        private final Combination background;
        private final List<Dimension> crossed;
        private final Map<Dimension, List<Integer>> values = new EnumMap<>(Dimension.class);

        /** By dimension, a bit for each value that occurs. */
        private final long[] occurring = new long[Dimension.ALL.size()];

        Cross(String name, Combination background, Map<Dimension, List<?>> crossed) {
            this.name = name;
            this.background = background;
            this.crossed = new ArrayList<>(crossed.keySet());
            for (Dimension dimension : Dimension.ALL) {
                List<Integer> numbers = crossed.containsKey(dimension)
                        ? crossed.get(dimension).stream().map(dimension::number).toList()
                        : List.of(background.chosen(dimension));
                values.put(dimension, numbers);
                numbers.forEach(number -> occurring[dimension.place()] |= 1L << number);
            }
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public String words() {
            StringBuilder words = new StringBuilder();
            for (Dimension dimension : crossed) {
                words.append(words.isEmpty() ? "" : " × ")
                        .append(dimension.words())
                        .append(' ')
                        .append(values.get(dimension).size());
            }
            return words + (background.isPlain() ? "" : "; with " + background);
        }

        @Override
        public void forEach(Consumer<Combination> visitor) {
            visit(background.copy(), 0, visitor);
        }

        private void visit(Combination combination, int depth, Consumer<Combination> visitor) {
            if (depth == crossed.size()) {
                if (Rule.allKept(combination)) {
                    visitor.accept(combination);
                }
                return;
            }
            Dimension dimension = crossed.get(depth);
            for (int number : values.get(dimension)) {
                combination.choose(dimension, number);
                visit(combination, depth + 1, visitor);
            }
        }

        @Override
        public boolean contains(Combination combination) {
            for (int i = 0; i < occurring.length; i++) {
                if ((occurring[i] >> combination.chosen(i) & 1) == 0) {
                    return false;
                }
            }
            return true;
        }
    }

    /** Every combination that differs from a background in at most so many dimensions. */
    record Near(String name, Combination background, int distance) implements Block {

        @Override
        public String words() {
            return "at most " + distance + " dimensions other than in: "
                    + (background.isPlain() ? "all plain" : background.toString());
        }

        @Override
        public void forEach(Consumer<Combination> visitor) {
            visit(background.copy(), 0, distance, visitor);
        }

        private void visit(Combination combination, int first, int left, Consumer<Combination> visitor) {
            if (Rule.allKept(combination)) {
                visitor.accept(combination);
            }
            if (left == 0) {
                return;
            }
            for (Dimension dimension : Dimension.ALL.subList(first, Dimension.ALL.size())) {
                int own = background.chosen(dimension);
                for (int number = 0; number < dimension.choices().size(); number++) {
                    if (number != own) {
                        combination.choose(dimension, number);
                        visit(combination, dimension.place() + 1, left - 1, visitor);
                    }
                }
                combination.choose(dimension, own);
            }
        }

        @Override
        public boolean contains(Combination combination) {
            return combination.distance(background) <= distance;
        }
    }
}
