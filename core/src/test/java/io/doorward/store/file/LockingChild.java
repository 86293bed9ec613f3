package io.doorward.store.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The process of somebody who locks a file and holds it until he is told anything more. */
final class LockingChild {

    private LockingChild() {}

    public static void main(String[] args) throws IOException {
        System.out.println("ready");
        BufferedReader told = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        String file = told.readLine();
        if (file == null) {
            return;
        }
        try (FileChannel channel =
                        FileChannel.open(Path.of(file), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            System.out.println(lock.isValid() ? "locked" : "not locked");
            told.readLine();
        }
    }
}
