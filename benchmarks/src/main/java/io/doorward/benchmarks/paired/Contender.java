package io.doorward.benchmarks.paired;

/** Somebody who does rounds of work and is timed. */
interface Contender {

    String name();

    /** The largest number of operations in one slice. */
    int most();

    /** Makes ready what the next call of {@link #run} uses; not timed. */
    void prepare(int from, int count);

    /**
     * Does so many operations, beginning with a certain one.
     *
     * @return something that depends on all of them, so that none can be left out
     */
    long run(int from, int count);

    /** Ends what {@link #prepare} began; not timed. */
    default void finish() {}

    /** How many things an operation deals with, in the mean, where one of these is what a figure is about. */
    default double things() {
        return 1;
    }
}
