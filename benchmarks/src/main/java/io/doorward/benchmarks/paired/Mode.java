package io.doorward.benchmarks.paired;

/** Whether a question waits for the answer to the last one. */
enum Mode {
    /** A plain loop. */
    OVERLAP {
        @Override
        int ask(Asking loop, int from, int count) {
            return loop.overlapping(from, count);
        }

        @Override
        int reach(int count) {
            return count;
        }
    },

    /** The next question depends on the answer. */
    DEPENDENT {
        @Override
        int ask(Asking loop, int from, int count) {
            return loop.dependent(from, count);
        }

        @Override
        int reach(int count) {
            return 2 * count;
        }
    };

    abstract int ask(Asking loop, int from, int count);

    /** Among how many questions the ones that are asked may be. */
    abstract int reach(int count);
}
