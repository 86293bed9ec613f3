package io.doorward.benchmarks.document;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** The time that passes, and what of it this thread was running: on a machine with other work the two differ. */
final class Stopwatch {

    private final long start = System.nanoTime();
    private final long startOfRunning = running();

    private Stopwatch() {}

    static Stopwatch started() {
        return new Stopwatch();
    }

    @Override
    public String toString() {
        double seconds = (double) (System.nanoTime() - start) / TimeUnit.SECONDS.toNanos(1);
        double running = (double) (running() - startOfRunning) / TimeUnit.SECONDS.toNanos(1);
        return String.format(Locale.ROOT, "%.1f s (%.1f s of them running)", seconds, running);
    }

    private static long running() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
