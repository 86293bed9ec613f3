package io.doorward.store.file;

import java.io.Closeable;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The files of the machine. Stateless.
 *
 * <p>What is written goes through classes that an interrupt does not close: a write is never cut off by one.
 */
final class RealDisk implements Disk {

    private static final Set<PosixFilePermission> OWNER_ONLY =
            Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    @Override
    public Path resolve(Path link) throws IOException {
        return link.toRealPath();
    }

    @Override
    public boolean exists(Path file) {
        return Files.exists(file, LinkOption.NOFOLLOW_LINKS);
    }

    @Override
    public Stamp stamp(Path file) throws IOException {
        return Stamp.of(Files.readAttributes(file, BasicFileAttributes.class));
    }

    @Override
    public byte[] read(Path file, long position) throws IOException {
        try (InputStream in = new FileInputStream(regular(file).toFile())) {
            in.skipNBytes(Math.min(position, Files.size(file)));
            return in.readAllBytes();
        }
    }

    /** A pipe or a device in the place of a file would be read for ever. */
    private static Path regular(Path file) throws IOException {
        if (!Files.readAttributes(file, BasicFileAttributes.class).isRegularFile()) {
            throw new IOException(file + " is no regular file");
        }
        return file;
    }

    @Override
    public void create(Path file, byte[] content, Path like) throws IOException {
        PosixFileAttributeView fresh = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        Files.createFile(
                file,
                fresh == null
                        ? new FileAttribute<?>[0]
                        : new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)});
        try (FileOutputStream out = new FileOutputStream(file.toFile())) {
            out.write(content);
            copyAccess(like, fresh);
            out.getFD().sync();
        }
    }

    /** Owner and group first: permissions for a group must never be those of another one. */
    private static void copyAccess(Path like, @Nullable PosixFileAttributeView fresh) throws IOException {
        PosixFileAttributes from = attributes(like);
        if (from == null || fresh == null) {
            return;
        }
        PosixFileAttributes to = fresh.readAttributes();
        if (!to.group().equals(from.group())) {
            fresh.setGroup(from.group());
        }
        fresh.setPermissions(from.permissions());
        if (!to.owner().equals(from.owner())) {
            giveTo(from, fresh);
        }
    }

    /** Null if there is no such file, or none that has an owner and permissions. */
    private static @Nullable PosixFileAttributes attributes(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        try {
            return view == null ? null : view.readAttributes();
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /** Only the system's administrator may; all others own what they write, as with any editor. */
    private static void giveTo(PosixFileAttributes from, PosixFileAttributeView fresh) throws IOException {
        try {
            fresh.setOwner(from.owner());
        } catch (FileSystemException e) {
            // The writer keeps the file, and group and permissions let in whom they let in before.
        }
    }

    @Override
    public void append(Path file, long position, byte[] content, Path like) throws IOException {
        narrow(file, like);
        try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
            out.setLength(position);
            out.seek(position);
            out.write(content);
            out.getFD().sync();
        }
    }

    /** Somebody may have taken away permissions of the document since. */
    private static void narrow(Path file, Path like) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        PosixFileAttributes from = attributes(like);
        if (from == null || view == null) {
            return;
        }
        Set<PosixFilePermission> now = view.readAttributes().permissions();
        Set<PosixFilePermission> allowed = EnumSet.copyOf(from.permissions());
        allowed.addAll(OWNER_ONLY);
        if (!allowed.containsAll(now)) {
            allowed.retainAll(now);
            view.setPermissions(allowed);
        }
    }

    @Override
    public void replace(Path file, Path by) throws IOException {
        Files.move(by, file, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void syncFolder(Path folder) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            while (true) {
                try (FileChannel channel = openFolder(folder)) {
                    if (channel != null) {
                        channel.force(true);
                    }
                    return;
                } catch (ClosedByInterruptException e) {
                    interrupted = true;
                    Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Null where folders cannot be opened, as on Windows, and where they may be written but not read. */
    private static @Nullable FileChannel openFolder(Path folder) throws IOException {
        try {
            return FileChannel.open(folder, StandardOpenOption.READ);
        } catch (AccessDeniedException e) {
            return null;
        }
    }

    @Override
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    @Override
    public @Nullable Closeable tryLock(Path file, Path like) throws IOException {
        requireWritable(like);
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            createLock(file, like);
        }
        RandomAccessFile lock = new RandomAccessFile(file.toFile(), "rw");
        try {
            FileLock held = lock.getChannel().tryLock();
            if (held != null) {
                return lock;
            }
        } catch (OverlappingFileLockException e) {
            // Another store of this process, loaded by another class loader, has it.
        } catch (IOException | RuntimeException e) {
            lock.close();
            throw e;
        }
        lock.close();
        return null;
    }

    /** In one call of the system: an editor may put the file away and back between two. */
    private static void requireWritable(Path file) throws IOException {
        try {
            file.getFileSystem().provider().checkAccess(file, AccessMode.WRITE);
        } catch (NoSuchFileException e) {
            // It may come back, or be restored.
        }
    }

    /** Else one who may write the document could not lock it after somebody else did, such as the system's administrator. */
    private static void createLock(Path file, Path like) throws IOException {
        try {
            Files.createFile(file);
        } catch (FileAlreadyExistsException e) {
            return;
        }
        PosixFileAttributeView fresh = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        if (fresh != null) {
            copyAccess(like, fresh);
            Set<PosixFilePermission> permissions =
                    EnumSet.copyOf(fresh.readAttributes().permissions());
            permissions.addAll(OWNER_ONLY);
            fresh.setPermissions(permissions);
        }
    }
}
