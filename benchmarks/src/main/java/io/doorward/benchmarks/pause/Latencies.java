package io.doorward.benchmarks.pause;

/**
 * How long single calls took, counted in steps of a sixteenth or less; the longest one exactly. It takes no memory while it
 * counts. Not thread-safe.
 */
final class Latencies {

    private static final int STEP_BITS = 4;
    private static final int STEPS = 1 << STEP_BITS;

    private final long[] counts = new long[(Long.SIZE - STEP_BITS) * STEPS];
    private long count;
    private long longest;

    void add(long nanos) {
        counts[step(nanos)]++;
        count++;
        longest = Math.max(longest, nanos);
    }

    /** How many were counted. */
    long count() {
        return count;
    }

    /** The longest one. */
    long longest() {
        return longest;
    }

    /** What this part of the calls did not exceed: the end of its step. */
    long percentile(double percent) {
        long left = (long) Math.ceil(count * percent / 100);
        for (int step = 0; step < counts.length; step++) {
            left -= counts[step];
            if (left <= 0) {
                return Math.min(end(step), longest);
            }
        }
        return longest;
    }

    /** Numbers below two times {@link #STEPS} have a step each; from there on each power of two has {@link #STEPS}. */
    private static int step(long nanos) {
        int shift = Math.max(0, Long.SIZE - 1 - STEP_BITS - Long.numberOfLeadingZeros(nanos | STEPS));
        return shift * STEPS + (int) (nanos >>> shift);
    }

    private static long end(int step) {
        int shift = Math.max(0, step / STEPS - 1);
        return ((long) (step - shift * STEPS + 1) << shift) - 1;
    }
}
