package io.doorward.store.testing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.ClassNameFilter.includeClassNamePatterns;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectPackage;

import io.doorward.store.Capability;
import io.doorward.store.PolicySource;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * The page on stores says of each store how much of the contract it passes. What the build runs says that: which tests there
 * are, which are exempt, and which are about abilities that the store does not declare. All others pass, or the build fails.
 */
class StoresTableTest {

    private static final Path PAGE = Path.of("../docs/stores.md");
    private static final String UPDATE_PROPERTY = "doorward.updateStoresTable";
    private static final String TITLE = "## Who passes what";
    private static final List<String> HEAD =
            List.of("| store | abilities | tests passed | not asked | exemptions |", "|---|---|---|---|---|");

    private final Launcher launcher = LauncherFactory.create();

    @Test
    void thePageSaysWhoPassesWhat() throws Exception {
        List<String> table = new ArrayList<>(HEAD);
        table.addAll(rows());
        List<String> page = Files.readAllLines(PAGE, UTF_8);
        int from = page.indexOf(HEAD.get(0));
        assertThat(from).as("the table's head, below the title %s", TITLE).isGreaterThan(page.indexOf(TITLE));
        int to = from;
        while (to < page.size() && page.get(to).startsWith("|")) {
            to++;
        }
        if (Boolean.getBoolean(UPDATE_PROPERTY)) {
            write(page, from, to, table);
            return;
        }
        assertThat(page.subList(from, to))
                .as(
                        "the table of docs/stores.md; if what the build runs is what you want, write it anew by: mvn -q -pl core test"
                                + " -Dtest=StoresTableTest -D%s=true",
                        UPDATE_PROPERTY)
                .containsExactlyElementsOf(table);
    }

    private static void write(List<String> page, int from, int to, List<String> table) throws IOException {
        List<String> lines = new ArrayList<>(page.subList(0, from));
        lines.addAll(table);
        lines.addAll(page.subList(to, page.size()));
        Files.writeString(PAGE, String.join("\n", lines) + "\n", UTF_8);
    }

    private List<String> rows() throws Exception {
        Map<Class<?>, List<Method>> contracts = contracts();
        assertThat(contracts).as("the tests that extend a contract").isNotEmpty();
        List<String> rows = new ArrayList<>();
        for (Map.Entry<Class<?>, List<Method>> contract : contracts.entrySet()) {
            rows.add(row(Said.by(contract.getKey(), launcher), contract.getValue()));
        }
        rows.sort(null);
        return rows;
    }

    private static String row(Said said, List<Method> tests) {
        int exempt = 0;
        Map<Capability, Integer> unasked = new TreeMap<>();
        for (Method test : tests) {
            Needs needs = test.getAnnotation(Needs.class);
            if (said.exemptions.containsKey(test.getName())) {
                exempt++;
            } else if (needs != null && !said.abilities.contains(needs.value().name())) {
                unasked.merge(needs.value(), 1, Integer::sum);
            }
        }
        int passed = tests.size()
                - exempt
                - unasked.values().stream().mapToInt(i -> i).sum();
        return "| `%s` | %s | %d of %d | %s | %s |"
                .formatted(
                        said.source,
                        orNone(said.abilities.stream().map(ability -> "`" + ability + "`")),
                        passed,
                        tests.size(),
                        orNone(unasked.entrySet().stream()
                                .map(entry -> "%d of `%s`".formatted(entry.getValue(), entry.getKey()))),
                        orNone(said.exemptions.entrySet().stream()
                                .map(entry -> "`" + entry.getKey() + "`: " + entry.getValue())));
    }

    private static String orNone(Stream<String> parts) {
        return parts.reduce((one, other) -> one + ", " + other).orElse("none");
    }

    /** The tests of the contract that the build runs, by the class that it runs them of. */
    private Map<Class<?>, List<Method>> contracts() {
        TestPlan plan = launcher.discover(LauncherDiscoveryRequestBuilder.request()
                .selectors(selectPackage(PolicySource.class.getPackageName()))
                .filters(includeClassNamePatterns(".*Test"))
                .build());
        Map<Class<?>, List<Method>> contracts = new HashMap<>();
        for (TestIdentifier engine : plan.getRoots()) {
            for (TestIdentifier suite : plan.getChildren(engine)) {
                Class<?> type = ((ClassSource) suite.getSource().orElseThrow()).getJavaClass();
                if (PolicySourceContract.class.isAssignableFrom(type)) {
                    contracts.put(type, contractTests(plan.getDescendants(suite)));
                }
            }
        }
        return contracts;
    }

    private static List<Method> contractTests(Set<TestIdentifier> parts) {
        return parts.stream()
                .filter(TestIdentifier::isTest)
                .map(test -> ((MethodSource) test.getSource().orElseThrow()).getJavaMethod())
                .filter(test -> test.getDeclaringClass().getPackage().equals(PolicySourceContract.class.getPackage()))
                .toList();
    }

    /** What a contract reports of the source that it opens. */
    private static final class Said implements TestExecutionListener {

        private String source = "";
        private final Set<String> abilities = new TreeSet<>();
        private final Map<String, String> exemptions = new TreeMap<>();
        private final List<TestExecutionResult> failures = new ArrayList<>();

        static Said by(Class<?> contract, Launcher launcher) {
            Said said = new Said();
            launcher.execute(
                    LauncherDiscoveryRequestBuilder.request()
                            .selectors(selectMethod(contract, "exemptionsNameTests", TestReporter.class.getName()))
                            .build(),
                    said);
            assertThat(said.failures).as("what went wrong in %s", contract).isEmpty();
            assertThat(said.source).as("the store that %s opens", contract).isNotEmpty();
            return said;
        }

        @Override
        public void reportingEntryPublished(TestIdentifier test, ReportEntry entry) {
            Map<String, String> values = entry.getKeyValuePairs();
            source = values.getOrDefault("source", source);
            if (values.containsKey("ability")) {
                abilities.add(values.get("ability"));
            }
            if (values.containsKey("exempt")) {
                exemptions.put(values.get("exempt"), values.get("reason"));
            }
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (result.getStatus() != TestExecutionResult.Status.SUCCESSFUL) {
                failures.add(result);
            }
        }
    }
}
