package io.doorward.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Sets;
import io.doorward.architecture.SourceTree.SourceType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The public face of the library changes on purpose only, and every type of it says what it is. */
class PublicTypesTest {

    private static final String UPDATE_PROPERTY = "doorward.updatePublicTypes";

    private static final List<String> HEADER = List.of(
            "# Every public type of every exported package, one a line. A test compares this list with the sources.",
            "# Written by: mvn -q -pl evaluator -am test -Dtest=PublicTypesTest"
                    + " -Dsurefire.failIfNoSpecifiedTests=false -D" + UPDATE_PROPERTY + "=true");

    @Test
    void publicTypesAreTheCommittedOnes() throws IOException {
        Path file = SourceTree.repository().resolve("docs/public-types.txt");
        NavigableSet<String> inSources = publicTypes();
        if (Boolean.getBoolean(UPDATE_PROPERTY)) {
            List<String> lines = new ArrayList<>(HEADER);
            lines.addAll(inSources);
            Files.writeString(file, String.join("\n", lines) + "\n", UTF_8);
        }

        NavigableSet<String> committed = new TreeSet<>();
        for (String line : Files.readAllLines(file, UTF_8)) {
            if (!line.isBlank() && !line.startsWith("#")) {
                committed.add(line.strip());
            }
        }

        assertThat(inSources.equals(committed))
                .withFailMessage(
                        """
                        The public types of the exported packages are not those of docs/public-types.txt.
                          new in the sources: %s
                          gone from the sources: %s
                        If that is what you want, write the list anew and commit it with the change:
                          %s""",
                        Sets.difference(inSources, committed),
                        Sets.difference(committed, inSources),
                        HEADER.get(1).substring("# Written by: ".length()))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"core", "evaluator"})
    void everyPublicTypeHasAComment(String module) {
        List<String> bare = SourceTree.of(module).publicFace().stream()
                .filter(type -> !type.documented())
                .map(SourceType::name)
                .toList();

        assertThat(bare)
                .as("public types of exported packages without a Javadoc comment in %s", module)
                .isEmpty();
    }

    private static NavigableSet<String> publicTypes() {
        NavigableSet<String> names = new TreeSet<>();
        Stream.of("core", "evaluator")
                .map(SourceTree::of)
                .flatMap(module -> module.publicFace().stream())
                .map(SourceType::name)
                .forEach(names::add);
        return names;
    }
}
