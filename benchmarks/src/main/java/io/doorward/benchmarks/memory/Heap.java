package io.doorward.benchmarks.memory;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;

/** The heap in use. */
public final class Heap {

    private static final int ROUNDS = 4;

    private Heap() {}

    /**
     * What is in use after collections have left nothing that is not reachable, in bytes: the least of some, for the serial
     * collector leaves up to a twentieth of what is dead where it is, but for one collection in four.
     */
    public static long used() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < ROUNDS; i++) {
            memory.gc();
            least = Math.min(least, memory.getHeapMemoryUsage().getUsed());
        }
        return least;
    }
}
