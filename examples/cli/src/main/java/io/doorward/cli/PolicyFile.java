package io.doorward.cli;

import io.doorward.json.PolicyJson;
import io.doorward.model.Policy;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.GroupPrincipal;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import org.jspecify.annotations.Nullable;

/** The file of a policy, as something to replace. Stateless. */
final class PolicyFile {

    private PolicyFile() {}

    /**
     * Puts another policy in the place of the one in a file: at every instant, also when the machine stops, the file holds the
     * old one or the new one, whole. A symbolic link stays and its target is replaced; permissions and group stay. Whoever
     * writes at the same time may lose what he wrote.
     *
     * @throws IOException if it cannot be done; then the file is as it was
     */
    static void replace(String name, Policy policy) throws IOException {
        Path target = Path.of(name).toRealPath();
        Path folder = target.getParent();
        if (folder == null) {
            throw new IOException("it is not in a folder");
        }
        if (!Files.isWritable(target)) {
            throw new IOException("you may not write this file");
        }
        Path fresh = Files.createTempFile(folder, ".doorward-", ".tmp");
        try {
            write(policy, fresh);
            copyPermissions(target, fresh);
            Files.move(fresh, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(fresh);
            throw e;
        }
        forceFolder(folder);
    }

    private static void write(Policy policy, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(channel)) {
            PolicyJson.write(policy, out);
            channel.force(true);
        }
    }

    /** The group first: permissions for a group must never be those of another one. */
    private static void copyPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView old = posix(from);
        PosixFileAttributeView fresh = posix(to);
        if (old == null || fresh == null) {
            return;
        }
        PosixFileAttributes attributes = old.readAttributes();
        GroupPrincipal group = attributes.group();
        if (!fresh.readAttributes().group().equals(group)) {
            fresh.setGroup(group);
        }
        fresh.setPermissions(attributes.permissions());
    }

    private static @Nullable PosixFileAttributeView posix(Path file) {
        return Files.getFileAttributeView(file, PosixFileAttributeView.class);
    }

    /** So that the new name outlasts a stop of the machine; where a system cannot do that, it is done already. */
    private static void forceFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // The policy is in place all the same, and a failure would say that it is not.
        }
    }
}
