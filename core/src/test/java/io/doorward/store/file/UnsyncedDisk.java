package io.doorward.store.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** The files of the machine without the wait until they are on the disk, for tests that write very often. */
final class UnsyncedDisk implements Disk {

    private final Disk disk = new RealDisk();

    @Override
    public Path resolve(Path link) throws IOException {
        return disk.resolve(link);
    }

    @Override
    public boolean exists(Path file) throws IOException {
        return disk.exists(file);
    }

    @Override
    public Stamp stamp(Path file) throws IOException {
        return disk.stamp(file);
    }

    @Override
    public byte[] read(Path file, long position) throws IOException {
        return disk.read(file, position);
    }

    @Override
    public void create(Path file, byte[] content, Path like) throws IOException {
        Files.write(file, content, StandardOpenOption.CREATE_NEW);
    }

    @Override
    public void append(Path file, long position, byte[] content, Path like) throws IOException {
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.setLength(position);
            out.seek(position);
            out.write(content);
        }
    }

    @Override
    public void replace(Path file, Path by) throws IOException {
        disk.replace(file, by);
    }

    @Override
    public void syncFolder(Path folder) {}

    @Override
    public void delete(Path file) throws IOException {
        disk.delete(file);
    }

    @Override
    public @Nullable Closeable tryLock(Path file, Path like) throws IOException {
        return disk.tryLock(file, like);
    }
}
