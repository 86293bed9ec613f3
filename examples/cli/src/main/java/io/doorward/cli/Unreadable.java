package io.doorward.cli;

import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Why a file that a user names cannot be read. Stateless. */
final class Unreadable {

    private Unreadable() {}

    /** One plain sentence, which does not repeat the name. */
    static String reason(String file, Exception e) {
        if (e instanceof InvalidPathException) {
            return "this is no file name that this system can write in the encoding of its locale ("
                    + System.getProperty("sun.jnu.encoding", "unknown") + ").";
        }
        if (e instanceof NoSuchFileException) {
            return "there is no such file.";
        }
        if (e instanceof AccessDeniedException) {
            return "you may not read this file.";
        }
        return Files.isDirectory(Path.of(file))
                ? "this is a folder, not a file."
                : "this file cannot be read (" + e.getMessage() + ").";
    }
}
