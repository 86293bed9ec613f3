package io.doorward.index;

import java.util.List;
import java.util.function.Consumer;

/** In which orders states follow on each other that a policy goes through. */
final class Successions {

    private Successions() {}

    /** Each state after each, also after itself. */
    static <S> void ofTwo(List<S> all, Consumer<List<S>> states) {
        for (S before : all) {
            for (S after : all) {
                states.accept(List.of(before, after));
            }
        }
    }

    /** The same with another state between the two. */
    static <S> void through(S between, List<S> all, Consumer<List<S>> states) {
        ofTwo(all, pair -> states.accept(List.of(pair.get(0), between, pair.get(1))));
    }
}
