package io.doorward.cli;

import java.util.Objects;

/** Which doorward this is. Stateless. */
final class Version {

    private Version() {}

    /** As the jar says, or a word for classes that are in no jar. */
    static String text() {
        return Objects.requireNonNullElse(Version.class.getPackage().getImplementationVersion(), "(not packaged)");
    }
}
