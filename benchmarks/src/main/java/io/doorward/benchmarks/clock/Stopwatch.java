package io.doorward.benchmarks.clock;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/**
 * Measures what the thread that started it does until it stops it. The time that passes is not what of it the thread was
 * running: on a machine with other work the two differ.
 */
public final class Stopwatch {

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final OperatingSystemMXBean PROCESS =
            ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    private static final double NANOS_PER_SECOND = 1e9;

    private final long ofProcess = PROCESS.getProcessCpuTime();
    private final long ofThread = THREADS.getCurrentThreadCpuTime();
    private final long byTheClock = System.nanoTime();

    private Stopwatch() {}

    /** One that runs from now on. */
    public static Stopwatch start() {
        return new Stopwatch();
    }

    /** What has passed since the start. */
    public Took stop() {
        long clock = System.nanoTime() - byTheClock;
        long thread = THREADS.getCurrentThreadCpuTime() - ofThread;
        long process = PROCESS.getProcessCpuTime() - ofProcess;
        return new Took(process / NANOS_PER_SECOND, thread / NANOS_PER_SECOND, clock / NANOS_PER_SECOND);
    }
}
