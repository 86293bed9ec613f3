package io.doorward.benchmarks.paired;

import org.jspecify.annotations.Nullable;

/** A contender that is timed while another thread does something over and over. */
final class Beside implements Contender {

    private final String name;
    private final Contender timed;
    private final @Nullable Runnable other;
    private volatile boolean going;
    private @Nullable Thread thread;

    /** @param other what the other thread does, in short pieces; null for no other thread */
    Beside(String name, Contender timed, @Nullable Runnable other) {
        this.name = name;
        this.timed = timed;
        this.other = other;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int most() {
        return Integer.MAX_VALUE / 4;
    }

    @Override
    public void prepare(int from, int count) {
        timed.prepare(from, Math.min(count, timed.most()));
        if (other != null) {
            Runnable piece = other;
            going = true;
            thread = new Thread(() -> {
                while (going) {
                    piece.run();
                }
            });
            thread.start();
        }
    }

    @Override
    public long run(int from, int count) {
        return timed.run(from, count);
    }

    @Override
    public void finish() {
        going = false;
        if (thread != null) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException("Interrupted while the other thread was waited for.", e);
            }
        }
    }
}
