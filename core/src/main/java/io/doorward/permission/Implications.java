package io.doorward.permission;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which permission of a scope implies which, as a graph over bits: {@code direct[b]} has the bits
 * that bit {@code b} is written to imply.
 */
final class Implications {

    private Implications() {}

    /**
     * The shortest circle through the first bit of each group of bits that imply one another.
     *
     * @return for each a path that ends where it began: {@code [3, 5, 3]}, or {@code [3, 3]} for a
     *     permission that implies itself
     */
    static List<List<Integer>> circles(long[] direct) {
        long[] reachable = reachable(direct);
        List<List<Integer>> circles = new ArrayList<>();
        long reported = 0;
        for (int bit = 0; bit < direct.length; bit++) {
            if (has(reachable[bit], bit) && !has(reported, bit)) {
                circles.add(shortestCircle(direct, bit));
                for (int other = bit; other < direct.length; other++) {
                    if (has(reachable[bit], other) && has(reachable[other], bit)) {
                        reported |= 1L << other;
                    }
                }
            }
        }
        return circles;
    }

    /** For each bit all that it implies, however indirectly; itself only through a circle. By Warshall's algorithm. */
    static long[] reachable(long[] direct) {
        long[] reachable = direct.clone();
        for (int through = 0; through < reachable.length; through++) {
            for (int from = 0; from < reachable.length; from++) {
                if (has(reachable[from], through)) {
                    reachable[from] |= reachable[through];
                }
            }
        }
        return reachable;
    }

    /** A breadth-first search from a bit, which is known to lie on a circle, back to itself. */
    private static List<Integer> shortestCircle(long[] direct, int start) {
        int[] cameFrom = new int[direct.length];
        Arrays.fill(cameFrom, -1);
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        queue.add(start);
        while (cameFrom[start] < 0) {
            int bit = queue.remove();
            for (int next = 0; next < direct.length; next++) {
                if (has(direct[bit], next) && cameFrom[next] < 0) {
                    cameFrom[next] = bit;
                    queue.add(next);
                }
            }
        }
        ArrayDeque<Integer> circle = new ArrayDeque<>();
        circle.add(start);
        int bit = start;
        do {
            bit = cameFrom[bit];
            circle.addFirst(bit);
        } while (bit != start);
        return List.copyOf(circle);
    }

    private static boolean has(long bits, int bit) {
        return (bits & (1L << bit)) != 0;
    }
}
