package io.doorward.store.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A disk of which one call, or all from one on, fail for the threads of its choice. */
final class FaultyDisk implements Disk {

    /** How a call fails. */
    enum Fault {
        /** Nothing is done. */
        DENIED,
        /** What is written is written by half; other calls do nothing. */
        FULL,
        /** It is done, and fails all the same. */
        DONE_AND_FAILED,
        /** Nothing is done, neither by this call nor by later ones, until the disk is mended. */
        GONE
    }

    private final Disk disk = new UnsyncedDisk();
    private @Nullable Fault fault;
    private @Nullable Thread spared;
    private @Nullable Thread only;
    private @Nullable String from;
    private int left;
    private int failed;
    private String where = "";

    private interface Call<T> {
        T make() throws IOException;
    }

    /** Fails the n-th call from now on that a thread makes. */
    synchronized void failAt(int n, Fault how, Thread of) {
        fault = how;
        left = n;
        only = of;
    }

    /** Fails the n-th call from now on that other threads than this one make. */
    synchronized void failOthersAt(int n, Fault how) {
        fault = how;
        left = n;
        spared = Thread.currentThread();
    }

    /** From the first call of a name on, nothing is done any more. */
    synchronized void failFrom(String call) {
        fault = Fault.GONE;
        left = Integer.MAX_VALUE;
        from = call;
    }

    synchronized void mend() {
        fault = null;
    }

    synchronized boolean hasFailed() {
        return failed > 0;
    }

    /** Which call failed first. */
    synchronized String where() {
        return where;
    }

    /** How the call that is made now fails; null if it does not. */
    private synchronized @Nullable Fault next(String call) {
        Thread current = Thread.currentThread();
        if (fault == null || current == spared || (only != null && current != only)) {
            return null;
        }
        if (call.equals(from)) {
            left = 1;
            from = null;
        }
        left--;
        if (left > 0 || (left < 0 && fault != Fault.GONE)) {
            return null;
        }
        failed++;
        where = where.isEmpty() ? call : where;
        return fault;
    }

    private <T> T call(String name, Call<T> whole, Call<T> half) throws IOException {
        Fault how = next(name);
        if (how == null) {
            return whole.make();
        }
        switch (how) {
            case FULL -> {
                half.make();
                throw new FileSystemException(name, null, "No space left on device");
            }
            case DONE_AND_FAILED -> {
                if (whole.make() instanceof Closeable opened) {
                    opened.close();
                }
                throw new IOException("Input/output error");
            }
            case DENIED, GONE -> throw new AccessDeniedException(name);
        }
        throw new AssertionError(how);
    }

    private <T> @Nullable T ask(String name, Call<T> whole) throws IOException {
        return call(name, whole, () -> null);
    }

    private void act(String name, Action whole, Action half) throws IOException {
        call(
                name,
                () -> {
                    whole.take();
                    return name;
                },
                () -> {
                    half.take();
                    return name;
                });
    }

    private interface Action {
        void take() throws IOException;
    }

    @Override
    public Path resolve(Path link) throws IOException {
        return ask("resolve", () -> disk.resolve(link));
    }

    @Override
    public Stamp stamp(Path file) throws IOException {
        return ask("stamp", () -> disk.stamp(file));
    }

    @Override
    public boolean exists(Path file) throws IOException {
        return ask("exists", () -> disk.exists(file));
    }

    @Override
    public byte[] read(Path file, long position) throws IOException {
        return ask("read", () -> disk.read(file, position));
    }

    @Override
    public void create(Path file, byte[] content, Path like) throws IOException {
        act("create", () -> disk.create(file, content, like), () -> disk.create(file, half(content), like));
    }

    @Override
    public void append(Path file, long position, byte[] content, Path like) throws IOException {
        act(
                "append",
                () -> disk.append(file, position, content, like),
                () -> disk.append(file, position, half(content), like));
    }

    private static byte[] half(byte[] content) {
        return Arrays.copyOf(content, content.length / 2);
    }

    @Override
    public void replace(Path file, Path by) throws IOException {
        act("replace", () -> disk.replace(file, by), () -> {});
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        act("syncFolder", () -> disk.syncFolder(folder), () -> {});
    }

    @Override
    public void delete(Path file) throws IOException {
        act("delete", () -> disk.delete(file), () -> {});
    }

    @Override
    public @Nullable Closeable tryLock(Path file, Path like) throws IOException {
        return ask("tryLock", () -> disk.tryLock(file, like));
    }
}
