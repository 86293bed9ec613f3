package io.doorward.index;

/** Things of one kind in the order of their ids, of which those that qualify are taken one by one. For one thread. */
abstract class Run {

    private final int[] numbers;
    private int next;

    /** The number of the thing that was taken last; {@link Numbers#NOTHING} before the first and after the last. */
    int head = Numbers.NOTHING;

    /**
     * Starts before the first.
     *
     * @param numbers in the order of ids
     */
    Run(int[] numbers) {
        this.numbers = numbers;
    }

    /** Whether the thing belongs to the list; if so, it becomes the head. */
    abstract boolean qualifies(int number);

    /** Orders the id of a thing and another id. */
    abstract int compareId(int number, String id);

    /** Which of two heads has the lesser id; the other one is of a run of the same kind. */
    abstract int compareHeads(Run other);

    /** Starts at the first whose id comes after this one. O(log n). */
    final void startAfter(String id) {
        int low = 0;
        int high = numbers.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (compareId(numbers[middle], id) <= 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        next = low;
    }

    /** Goes on to the next that qualifies; false if there is none. */
    final boolean advance() {
        int[] all = numbers;
        for (int i = next; i < all.length; i++) {
            if (qualifies(all[i])) {
                next = i + 1;
                head = all[i];
                return true;
            }
        }
        next = all.length;
        head = Numbers.NOTHING;
        return false;
    }
}
