package io.doorward.benchmarks.paired;

/** How questions follow each other. */
interface Asking {

    /** Asks one question after the other: a plain loop, in which the processor overlaps the misses of several questions. */
    int overlapping(int from, int count);

    /** Asks a question only when the last one is answered: which one comes next depends on the answer. */
    int dependent(int from, int count);
}
