package io.doorward.benchmarks.clock;

/**
 * Seconds that something took.
 *
 * @param ofProcess processor time of the whole process, collections included
 * @param ofThread of the thread alone
 * @param byTheClock with all that it had to wait for
 */
public record Took(double ofProcess, double ofThread, double byTheClock) {}
