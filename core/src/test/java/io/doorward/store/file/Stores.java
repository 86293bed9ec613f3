package io.doorward.store.file;

import java.nio.file.Path;
import java.time.Duration;

/** Opens stores for tests that do not want to wait. */
final class Stores {

    private Stores() {}

    static JsonFilePolicyStore open(Path document) {
        return builder(document).open();
    }

    /** One that takes an edit over at once. */
    static JsonFilePolicyStore open(Path document, Disk disk) {
        return builder(document).disk(disk).settling(Duration.ofMillis(1)).open();
    }

    static JsonFilePolicyStore.Builder builder(Path document) {
        return JsonFilePolicyStore.builder(document).pollInterval(Duration.ofMillis(10));
    }
}
