package io.doorward.benchmarks.plot;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a number is on an axis on which each power of ten takes the same room.
 *
 * @param least the number at {@code from}
 * @param most the number at {@code to}
 * @param from a place
 * @param to a place
 */
record LogScale(double least, double most, double from, double to) {

    private static final double TEN = 10;

    /** From a power of ten to one, so that all numbers are between them. */
    static LogScale around(List<Double> numbers, double from, double to) {
        double least = numbers.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double most = numbers.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        return new LogScale(
                Math.pow(TEN, Math.floor(Math.log10(least))), Math.pow(TEN, Math.ceil(Math.log10(most))), from, to);
    }

    double place(double number) {
        return from + Math.log(number / least) / Math.log(most / least) * (to - from);
    }

    /** The powers of ten on it. */
    List<Double> tens() {
        List<Double> tens = new ArrayList<>();
        for (int i = (int) Math.ceil(Math.log10(least)); i <= Math.floor(Math.log10(most)); i++) {
            tens.add(Math.pow(TEN, i));
        }
        return tens;
    }
}
