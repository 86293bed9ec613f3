package io.doorward.cli;

import io.doorward.store.Applied;
import io.doorward.store.PolicyStore;
import io.doorward.store.file.JsonFilePolicyStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.stream.Stream;

/** Makes changes to a copy of a policy file, which is thrown away: what comes out is what would come out. Stateless. */
final class DryRun {

    private DryRun() {}

    static Applied apply(String file, InstantSource clock, Function<PolicyStore, Applied> work) {
        try {
            Path folder = Files.createTempDirectory("doorward-");
            try {
                Path copy = copy(Path.of(file), folder);
                try (PolicyStore store =
                        JsonFilePolicyStore.builder(copy).clock(clock).open()) {
                    return work.apply(store);
                }
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new Refusal(file + ": no copy can be made to try the changes on (" + e.getMessage() + ").");
        }
    }

    /** With its log, by which changes that were made against an older revision are judged. */
    private static Path copy(Path file, Path folder) throws IOException {
        Path from = file.toRealPath();
        Path copy = Files.copy(from, folder.resolve("policy.json"));
        Path log = JsonFilePolicyStore.logOf(from);
        if (Files.exists(log)) {
            Files.copy(log, JsonFilePolicyStore.logOf(copy));
        }
        return copy;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
