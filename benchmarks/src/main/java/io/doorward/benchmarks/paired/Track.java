package io.doorward.benchmarks.paired;

import java.util.Arrays;

/** What one contender took in each round, an operation. */
final class Track {

    private final Contender contender;
    private final int count;
    private double[] cpu = new double[64];
    private double[] wall = new double[64];
    private double[] bytes = new double[64];
    private double[] ratios = new double[64];
    private double[] wallRatios = new double[64];
    private int rounds;

    /** Of a contender that does so many operations in a slice. */
    Track(Contender contender, int count) {
        this.contender = contender;
        this.count = count;
    }

    /** Notes a round, with what the baseline took for an operation around it. */
    void add(Stopwatch.Lap lap, double baselineCpu, double baselineWall) {
        if (rounds == cpu.length) {
            cpu = Arrays.copyOf(cpu, 2 * rounds);
            wall = Arrays.copyOf(wall, 2 * rounds);
            bytes = Arrays.copyOf(bytes, 2 * rounds);
            ratios = Arrays.copyOf(ratios, 2 * rounds);
            wallRatios = Arrays.copyOf(wallRatios, 2 * rounds);
        }
        cpu[rounds] = each(lap.cpuNanos());
        wall[rounds] = each(lap.wallNanos());
        bytes[rounds] = each(lap.bytes());
        ratios[rounds] = cpu[rounds] / baselineCpu;
        wallRatios[rounds] = wall[rounds] / baselineWall;
        rounds++;
    }

    double each(long ofSlice) {
        return ofSlice / (count * contender.things());
    }

    String name() {
        return contender.name();
    }

    Contender contender() {
        return contender;
    }

    /** Operations a slice. */
    int count() {
        return count;
    }

    double[] cpu() {
        return Arrays.copyOf(cpu, rounds);
    }

    Quartiles cpuNanos() {
        return Quartiles.of(cpu());
    }

    Quartiles wallNanos() {
        return Quartiles.of(Arrays.copyOf(wall, rounds));
    }

    /** The least that a slice allocated, an operation: what the harness and the compiler add is not in every slice. */
    double bytes() {
        return Arrays.stream(bytes, 0, rounds).min().orElseThrow();
    }

    Quartiles ratio() {
        return Quartiles.of(Arrays.copyOf(ratios, rounds));
    }

    /** By the clock, which also sees a thread that waits for another one, and whatever the machine does besides. */
    Quartiles wallRatio() {
        return Quartiles.of(Arrays.copyOf(wallRatios, rounds));
    }

    int rounds() {
        return rounds;
    }
}
