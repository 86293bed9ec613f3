package io.doorward.benchmarks.build;

/** Seconds that one build took: of processor time, of the whole process and of the thread alone, and by the clock. */
record Took(double ofProcess, double ofThread, double byTheClock) {}
