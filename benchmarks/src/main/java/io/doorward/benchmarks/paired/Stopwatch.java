package io.doorward.benchmarks.paired;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * Times the current thread: by the clock, and for how long it had a processor, which is what counts on a machine that others
 * use too; and counts the bytes that it allocates. For one slice after the other.
 */
final class Stopwatch {

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private long bytes;
    private long wall;
    private long cpu;

    void start() {
        bytes = threads.getCurrentThreadAllocatedBytes();
        wall = System.nanoTime();
        cpu = threads.getCurrentThreadCpuTime();
    }

    Lap stop() {
        long cpuNow = threads.getCurrentThreadCpuTime();
        long wallNow = System.nanoTime();
        return new Lap(cpuNow - cpu, wallNow - wall, threads.getCurrentThreadAllocatedBytes() - bytes);
    }

    /** What a slice took. */
    record Lap(long cpuNanos, long wallNanos, long bytes) {}
}
