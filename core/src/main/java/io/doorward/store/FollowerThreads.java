package io.doorward.store;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Daemon threads that call followers: as many as are called at the same time, gone when they have been idle for a while. */
final class FollowerThreads implements Executor {

    private static final long IDLE_SECONDS = 10;

    private final AtomicInteger number = new AtomicInteger();
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            0, Integer.MAX_VALUE, IDLE_SECONDS, TimeUnit.SECONDS, new SynchronousQueue<>(), this::thread);

    @Override
    public void execute(Runnable work) {
        threads.execute(work);
    }

    /** Lets threads end when they have done what they were given. */
    void shutdown() {
        threads.shutdown();
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "doorward-follower-" + number.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }
}
