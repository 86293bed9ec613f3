package io.doorward.exhaustive;

import java.util.ArrayList;
import java.util.List;

/** Which of the three device permissions imply which: one of the 25 ways without a circle. */
record Implied(List<Arrow> arrows) {

    /** Nothing implies anything. */
    static final Implied NONE = new Implied(List.of());

    private static final List<String> NAMES = Held.ALL.names();

    /** One permission that implies another. */
    record Arrow(String from, String to) {

        @Override
        public String toString() {
            return from + " implies " + to;
        }
    }

    /** Every way without a circle. */
    static List<Implied> all() {
        List<Arrow> arrows = new ArrayList<>();
        for (String from : NAMES) {
            for (String to : NAMES) {
                if (!from.equals(to)) {
                    arrows.add(new Arrow(from, to));
                }
            }
        }
        List<Implied> all = new ArrayList<>();
        for (int bits = 0; bits < 1 << arrows.size(); bits++) {
            List<Arrow> some = new ArrayList<>();
            for (int i = 0; i < arrows.size(); i++) {
                if ((bits >> i & 1) == 1) {
                    some.add(arrows.get(i));
                }
            }
            Implied implied = new Implied(some);
            if (implied.hasNoCircle()) {
                all.add(implied);
            }
        }
        return all;
    }

    List<String> by(String from) {
        return arrows.stream()
                .filter(arrow -> arrow.from.equals(from))
                .map(Arrow::to)
                .toList();
    }

    /** Three steps would come back to a permission of a circle, or go on for ever. */
    private boolean hasNoCircle() {
        return NAMES.stream().allMatch(name -> by(name).stream()
                .flatMap(second -> by(second).stream())
                .flatMap(third -> by(third).stream())
                .findAny()
                .isEmpty());
    }

    @Override
    public String toString() {
        return arrows.isEmpty() ? "NONE" : arrows.toString();
    }
}
