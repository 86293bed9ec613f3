package io.doorward.benchmarks.plot;

import java.util.List;

/**
 * A line through points.
 *
 * @param name written at its end
 * @param colour of CSS
 * @param points from left to right
 */
record Line(String name, String colour, List<Point> points) {

    Line {
        points = List.copyOf(points);
    }

    Point last() {
        return points.get(points.size() - 1);
    }

    /**
     * A measured number.
     *
     * @param grants how large the policy was
     * @param value what was measured
     */
    record Point(double grants, double value) {}
}
