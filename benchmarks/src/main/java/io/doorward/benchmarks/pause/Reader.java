package io.doorward.benchmarks.pause;

/** Times single calls, one after the other, and what of it the thread spent waiting for a processor. */
final class Reader {

    /** Shorter calls cannot have lost their processor. */
    private static final long LONG_NANOS = 10_000;

    /** Answers a question. */
    interface Asked {
        boolean allows(int question);
    }

    private final Asked asked;
    private final int questions;
    private final Latencies byTheClock = new Latencies();
    private final Latencies running = new Latencies();
    private int next;
    private long allowed;

    Reader(Asked asked, int questions) {
        this.asked = asked;
        this.questions = questions;
    }

    void readFor(long nanos, WaitForProcessor wait) {
        wait.sinceLastCall();
        long before = System.nanoTime();
        long end = before + nanos;
        while (before - end < 0) {
            boolean answer = asked.allows(next);
            long took = System.nanoTime() - before;
            byTheClock.add(took);
            running.add(took < LONG_NANOS ? took : Math.max(0, took - wait.sinceLastCall()));
            allowed += answer ? 1 : 0;
            next = next + 1 == questions ? 0 : next + 1;
            before = System.nanoTime();
        }
    }

    /** All that the calls took. */
    Latencies byTheClock() {
        return byTheClock;
    }

    /** The same without what the thread waited for a processor, before a long call or in it. */
    Latencies running() {
        return running;
    }

    /** How many answers were yes; depends on all of them, so that they have to be computed. */
    long allowed() {
        return allowed;
    }
}
