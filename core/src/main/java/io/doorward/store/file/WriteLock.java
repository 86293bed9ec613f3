package io.doorward.store.file;

import com.google.common.util.concurrent.Striped;
import io.doorward.store.StoreException;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets one writer at a time change a document, of all processes of the machine. Held for a write, not while a store is open.
 * The system lets go of it when a process ends, however it does.
 */
final class WriteLock {

    private static final Logger LOG = LoggerFactory.getLogger(WriteLock.class);

    /**
     * Locks of files are those of a process on most systems: a second store of this process would get what the first one
     * holds, and would let go of it, too. So they first wait for each other here, by the file.
     */
    private static final Striped<Lock> WITHIN_PROCESS = Striped.lazyWeakLock(4096);

    private static final long SHORTEST_PAUSE_NANOS = 200_000;

    /** Short, since the lock is free for a moment only between two changes of another process that makes many. */
    private static final long LONGEST_PAUSE_NANOS = 1_000_000;

    private final Disk disk;
    private final Duration limit;

    WriteLock(Disk disk, Duration limit) {
        this.disk = disk;
        this.limit = limit;
    }

    /** What is done under the lock. */
    @FunctionalInterface
    interface Work<T, E extends Exception> {

        T run() throws E;
    }

    /**
     * Waits for the lock, and does something under it.
     *
     * @param files the resolved document's
     * @throws StoreException if others hold it for longer than the limit, or if this process may not lock
     */
    <T, E extends Exception> T hold(DocumentFiles files, Work<T, E> work) throws E {
        long end = System.nanoTime() + limit.toNanos();
        Lock within = WITHIN_PROCESS.get(files.document());
        if (!tryLock(within)) {
            throw busy(files);
        }
        try {
            Closeable across = acrossProcesses(files, end);
            try {
                return work.run();
            } finally {
                letGo(across, files);
            }
        } finally {
            within.unlock();
        }
    }

    private static void letGo(Closeable lock, DocumentFiles files) {
        try {
            lock.close();
        } catch (IOException e) {
            LOG.warn("The lock {} could not be let go of as it should.", files.lock(), e);
        }
    }

    /** An interrupt does not end the wait, and is kept for the caller. */
    private boolean tryLock(Lock within) {
        boolean interrupted = false;
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (true) {
                try {
                    return within.tryLock(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private Closeable acrossProcesses(DocumentFiles files, long end) {
        long pause = SHORTEST_PAUSE_NANOS;
        while (true) {
            Closeable lock = tryOnce(files);
            if (lock != null) {
                return lock;
            }
            if (System.nanoTime() - end >= 0) {
                throw busy(files);
            }
            LockSupport.parkNanos(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE_NANOS);
        }
    }

    private @Nullable Closeable tryOnce(DocumentFiles files) {
        try {
            return disk.tryLock(files.lock(), files.document());
        } catch (IOException e) {
            throw new NotWritableException(files.document(), files.lock(), e);
        }
    }

    private StoreException busy(DocumentFiles files) {
        return new StoreException(
                "The policy file " + files.document() + " is being changed by others for more than " + limit
                        + ", who hold its lock " + files.lock() + "; nothing was changed, try again.",
                null,
                true);
    }

    /** This process cannot lock, so it cannot change anything. */
    static final class NotWritableException extends StoreException {

        private static final long serialVersionUID = 1L;

        NotWritableException(Path document, Path lock, IOException cause) {
            super(
                    "The policy file " + document
                            + " cannot be changed by this process, which may not write it or lock " + lock
                            + " (" + Reasons.of(cause)
                            + "); let it write in the folder, or make the change elsewhere. It can still be read.",
                    cause,
                    false);
        }
    }
}
