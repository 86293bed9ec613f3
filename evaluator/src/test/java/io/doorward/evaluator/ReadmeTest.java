package io.doorward.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.Splitter;
import io.doorward.permission.Action;
import io.doorward.permission.Catalogue;
import io.doorward.permission.Permission;
import io.doorward.permission.Scope;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the README shows is what the tests run and what the catalogue says. */
class ReadmeTest {

    private static final Path ROOT = Path.of("..");

    @ParameterizedTest
    @ValueSource(strings = {"first", "change"})
    void itsProgramsAreThoseThatRun(String tag) throws IOException {
        String begin = "// tag::" + tag + "[]\n";
        String test = Files.readString(Path.of("src/test/java/io/doorward/evaluator/FirstProgramTest.java"));
        String program =
                test.substring(test.indexOf(begin) + begin.length(), test.indexOf("        // end::" + tag + "[]"));
        assertThat(readme()).contains("```java\n" + withoutIndent(program) + "```");
    }

    @Test
    void theTablesNameEveryPermissionInOrderAndEveryAction() throws IOException {
        List<String> lines = readme().lines().toList();
        for (Scope scope : Scope.values()) {
            String permissions = Catalogue.defaults().permissions(scope).list().stream()
                    .map(Permission::name)
                    .map(name -> "`" + name + "`")
                    .collect(Collectors.joining(", "));
            assertThat(lines).contains("| " + scope.word() + " | " + permissions + " |");
        }
        for (Action action : Catalogue.defaults().actions()) {
            assertThat(lines)
                    .as(action.name())
                    .filteredOn(line -> line.startsWith("| `") && line.contains("`" + action.name() + "`"))
                    .singleElement()
                    .asString()
                    .satisfies(line -> assertThat(needsOf(line)).contains(needsOf(action)));
        }
    }

    private static String needsOf(String line) {
        return Splitter.on('|').trimResults().splitToList(line).get(2);
    }

    private static String needsOf(Action action) {
        List<Permission> needs = Arrays.asList(
                        action.devicePermissions(), action.workspacePermissions(), action.organizationPermissions())
                .stream()
                .flatMap(set -> set.toList().stream())
                .toList();
        if (needs.isEmpty()) {
            return action.ownerOnly() ? "being its owner" : "being a";
        }
        return needs.stream()
                        .map(need -> need.scope().word() + " `" + need.name() + "`")
                        .collect(Collectors.joining(", "))
                + (action.owningWorkspaceOnly() ? ", through the owning workspace" : "");
    }

    private static String withoutIndent(String program) {
        return program.lines()
                        .map(line -> line.substring(Math.min(8, line.length())))
                        .collect(Collectors.joining("\n")) + "\n";
    }

    private static String readme() throws IOException {
        return Files.readString(ROOT.resolve("README.md"));
    }
}
