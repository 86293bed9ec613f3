package io.doorward.benchmarks.paired;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Lets contenders take turns: in each round the baseline, then the others in random order, then the baseline again. A slice
 * begins at a random operation. What a contender took, divided by the mean
 * of the baseline's two slices around it, is its ratio of the round; the median over all rounds counts.
 */
final class Contest {

    /**
     * How long a slice is where nothing asks for longer ones: short enough that the machine is the same for a round, and long
     * enough that most of it does not go into fetching again what the others have pushed out of the caches.
     */
    static final double SLICE_MILLIS = 20;

    private static final double NANOS_PER_MILLI = 1e6;
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final int LEAST_ROUNDS = 5;

    private final Stopwatch stopwatch = new Stopwatch();
    private final Random random;
    private final int pool;
    private final double sliceNanos;
    private final List<Contender> contenders;
    private long result;

    /**
     * @param pool a slice begins at an operation below this
     * @param contenders the baseline first
     * @param sliceMillis how long a slice takes, about
     */
    Contest(int pool, List<Contender> contenders, double sliceMillis, long seed) {
        this.pool = pool;
        this.sliceNanos = sliceMillis * NANOS_PER_MILLI;
        this.contenders = contenders;
        random = new Random(seed);
    }

    /** Runs for so long, half as long again to warm up before it; at least a few rounds. The tracks are in the contenders' order. */
    List<Track> run(double seconds) {
        long nanos = (long) (seconds * NANOS_PER_SECOND);
        List<Track> tracks = tracks();
        rounds(tracks, nanos / 4);
        tracks = tracks(); // compiled by now, they do more in a slice
        rounds(tracks, nanos / 4);
        tracks = tracks();
        rounds(tracks, nanos);
        return tracks;
    }

    private void rounds(List<Track> tracks, long nanos) {
        long end = System.nanoTime() + nanos;
        for (int i = 0; i < LEAST_ROUNDS || System.nanoTime() < end; i++) {
            round(tracks);
        }
    }

    private void round(List<Track> tracks) {
        Track baseline = tracks.get(0);
        List<Track> others = new ArrayList<>(tracks.subList(1, tracks.size()));
        Collections.shuffle(others, random);
        Stopwatch.Lap first = slice(baseline);
        List<Stopwatch.Lap> laps = new ArrayList<>();
        others.forEach(track -> laps.add(slice(track)));
        Stopwatch.Lap last = slice(baseline);
        double baselineCpu = (baseline.each(first.cpuNanos()) + baseline.each(last.cpuNanos())) / 2;
        double baselineWall = (baseline.each(first.wallNanos()) + baseline.each(last.wallNanos())) / 2;
        baseline.add(first, baselineCpu, baselineWall);
        for (int i = 0; i < laps.size(); i++) {
            others.get(i).add(laps.get(i), baselineCpu, baselineWall);
        }
    }

    private Stopwatch.Lap slice(Track track) {
        return slice(track.contender(), track.count());
    }

    private Stopwatch.Lap slice(Contender contender, int count) {
        int from = random.nextInt(pool);
        contender.prepare(from, count);
        stopwatch.start();
        result += contender.run(from, count);
        Stopwatch.Lap lap = stopwatch.stop();
        contender.finish();
        return lap;
    }

    private List<Track> tracks() {
        return contenders.stream()
                .map(contender -> new Track(contender, count(contender)))
                .toList();
    }

    /** How many operations take as long as a slice. */
    private int count(Contender contender) {
        int count = 1;
        while (count < contender.most() && slice(contender, count).cpuNanos() < sliceNanos / 2) {
            count *= 2;
        }
        return Math.min(count, contender.most());
    }

    /** Depends on every answer. */
    long result() {
        return result;
    }
}
