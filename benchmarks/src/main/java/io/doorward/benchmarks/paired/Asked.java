package io.doorward.benchmarks.paired;

/** Answers questions of a pool by their number. Each contender is a class of its own, so that the compiler sees through it. */
interface Asked {

    boolean allows(int question);
}
