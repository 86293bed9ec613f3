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
}
