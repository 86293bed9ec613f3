package io.doorward.store.file;

import io.doorward.store.StoreClosedException;
import io.doorward.store.StoreException;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks at the document again and again, on a daemon thread, from when there is somebody to tell. Thread-safe. */
final class Watch {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final String name;
    private final Duration interval;
    private final Duration soon;
    private final BooleanSupplier look;

    /** Guarded by this. */
    private boolean started;

    /** Guarded by this. */
    private boolean stopped;

    /**
     * Makes one that has not started.
     *
     * @param look says whether to look again soon
     */
    Watch(String name, Duration interval, Duration soon, BooleanSupplier look) {
        this.name = name;
        this.interval = interval;
        this.soon = soon.compareTo(interval) < 0 ? soon : interval;
        this.look = look;
    }

    /** Starts, if it has not. */
    synchronized void start() {
        if (!started && !stopped) {
            started = true;
            Thread thread = new Thread(this::run, "doorward-watch of the " + name);
            thread.setDaemon(true);
            thread.start();
        }
    }

    /** Stops; a look that is under way is not waited for. */
    synchronized void stop() {
        stopped = true;
        notifyAll();
    }

    private void run() {
        Duration pause = interval;
        while (mayLookAfter(pause)) {
            pause = once() ? soon : interval;
        }
    }

    private synchronized boolean mayLookAfter(Duration pause) {
        long end = System.nanoTime() + pause.toNanos();
        for (long rest = pause.toNanos(); rest > 0 && !stopped; rest = end - System.nanoTime()) {
            try {
                wait(rest / NANOS_PER_MILLI, (int) (rest % NANOS_PER_MILLI));
            } catch (InterruptedException e) {
                // Nobody who has a right to end this does so by an interrupt.
            }
        }
        return !stopped;
    }

    private boolean once() {
        try {
            return look.getAsBoolean();
        } catch (StoreClosedException e) {
            return false;
        } catch (StoreException e) {
            LOG.debug("A look at the {} led to nothing and is tried again.", name, e);
            return false;
        } catch (RuntimeException | Error e) {
            LOG.error("A look at the {} failed and is tried again.", name, e);
            return false;
        }
    }
}
