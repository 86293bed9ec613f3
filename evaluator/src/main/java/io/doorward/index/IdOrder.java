package io.doorward.index;

import io.doorward.model.Identifiers;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Numbers of things in the order of their ids, as arrays: 4 bytes each, copied whole where one comes or goes. Lists walk
 * them, so that nothing has to be sorted when somebody asks.
 *
 * <p>An entry may be <i>marked</i>, as a sign that there is more to know of its thing: it is the complement of the number.
 */
final class IdOrder {

    private IdOrder() {}

    /**
     * That a thing is there now, or is not; whether it was there before does not matter.
     *
     * @param entry its number, or that marked
     */
    record Step(String id, int entry, boolean isIn) {}

    static int marked(int number) {
        return ~number;
    }

    static boolean isMarked(int entry) {
        return entry < 0;
    }

    /** The number of the thing, marked or not. */
    static int number(int entry) {
        return entry ^ (entry >> (Integer.SIZE - 1));
    }

    /**
     * The order after some things may have come or gone; the very same one if none did. O(n), and O(log n) ids are looked at
     * for each step.
     *
     * @param steps in the order of ids, each id once
     * @param ids of the things in the order
     */
    static int[] revised(int[] order, List<Step> steps, IntFunction<String> ids) {
        if (steps.isEmpty()) {
            return order;
        }
        int[] revised = new int[order.length + steps.size()];
        int n = 0;
        int from = 0;
        for (Step step : steps) {
            int to = from(order, from, step.id, ids);
            System.arraycopy(order, from, revised, n, to - from);
            n += to - from;
            from = to;
            if (from < order.length && number(order[from]) == number(step.entry)) {
                from++;
            }
            if (step.isIn) {
                revised[n++] = step.entry;
            }
        }
        System.arraycopy(order, from, revised, n, order.length - from);
        n += order.length - from;
        return Arrays.equals(revised, 0, n, order, 0, order.length) ? order : Arrays.copyOf(revised, n);
    }

    /** The place of the first thing whose id comes after this one. O(log n) ids are looked at. */
    static int placeAfter(int[] order, String id, IntFunction<String> ids) {
        int place = from(order, 0, id, ids);
        return place < order.length && ids.apply(number(order[place])).equals(id) ? place + 1 : place;
    }

    /** The first place, from a place on, whose id does not come before this one. */
    private static int from(int[] order, int first, String id, IntFunction<String> ids) {
        int low = first;
        int high = order.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (Identifiers.compare(ids.apply(number(order[middle])), id) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
