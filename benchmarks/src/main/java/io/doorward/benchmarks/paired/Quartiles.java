package io.doorward.benchmarks.paired;

import java.util.Arrays;
import java.util.Locale;

/** The middle of some numbers, and the numbers between which half of them are. */
record Quartiles(double lower, double median, double upper) {

    private static final double QUARTER = 0.25;

    static Quartiles of(double[] numbers) {
        if (numbers.length == 0) {
            throw new IllegalArgumentException("There is no middle of nothing.");
        }
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return new Quartiles(at(sorted, QUARTER), at(sorted, 2 * QUARTER), at(sorted, 3 * QUARTER));
    }

    /** The number at a part of the way from the first to the last; between two numbers where it is none. */
    private static double at(double[] sorted, double part) {
        double place = part * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", median, lower, upper);
    }
}
