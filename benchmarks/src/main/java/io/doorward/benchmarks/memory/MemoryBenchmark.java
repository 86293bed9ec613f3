package io.doorward.benchmarks.memory;

import io.doorward.benchmarks.workload.Part;
import io.doorward.benchmarks.workload.Size;
import io.doorward.benchmarks.workload.Workload;
import io.doorward.evaluator.Evaluator;
import java.lang.ref.Reference;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What an evaluator keeps, by the heap in use after collections: of a workload of devices only, then with principals that
 * have one token each or three, with the principals' grants, and with everything. The differences, divided by what has been
 * added, are the bytes a device, a principal (its membership and first token included), a further token and a grant.
 *
 * <p>{@code java -Xmx8g -XX:+UseSerialGC -cp benchmarks/target/benchmarks.jar io.doorward.benchmarks.memory.MemoryBenchmark M L T}
 */
public final class MemoryBenchmark {

    private static final long SEED = 20260601;
    private static final double MEGABYTE = 1 << 20;

    private MemoryBenchmark() {}

    /** Takes sizes. */
    public static void main(String[] arguments) {
        print("Java %s, -Xmx %,.0f MB", Runtime.version(), Runtime.getRuntime().maxMemory() / MEGABYTE);
        kept(Workload.of(Size.S, SEED), Part.ALL); // so that all classes are loaded
        for (String size : arguments) {
            measure(Workload.of(Size.valueOf(size), SEED));
        }
    }

    private static void measure(Workload workload) {
        Size size = workload.size();
        Map<Part, Long> kept = new EnumMap<>(Part.class);
        for (Part part : List.of(Part.values())) {
            kept.put(part, kept(workload, part));
        }
        long devices = kept.getOrDefault(Part.DEVICES, 0L);
        long principals = kept.getOrDefault(Part.PRINCIPALS, 0L);
        long tokens = kept.getOrDefault(Part.TOKENS, 0L);
        long grants = kept.getOrDefault(Part.GRANTS, 0L);
        long all = kept.getOrDefault(Part.ALL, 0L);
        print(
                "%s: everything %,.1f MB; a device %,.1f B, a token %,.1f B (the first one and its principal %,.1f B),"
                        + " a grant %,.1f B; all teams %,.1f MB; everything by %,d grants %,.1f B",
                size,
                all / MEGABYTE,
                (double) devices / size.devices(),
                (double) (tokens - principals) / size.principals() / (Part.TOKENS.tokens() - Part.PRINCIPALS.tokens()),
                (double) (principals - devices) / size.principals(),
                (double) (grants - principals) / size.ownGrants(),
                (all - grants) / MEGABYTE,
                size.grants(),
                (double) all / size.grants());
    }

    private static long kept(Workload workload, Part part) {
        long before = Heap.used();
        Evaluator evaluator = Evaluator.follow(workload.source(part));
        try {
            return Heap.used() - before;
        } finally {
            Reference.reachabilityFence(evaluator);
            evaluator.close();
        }
    }

    private static void print(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }
}
