package io.doorward.differential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.doorward.decision.Question;
import io.doorward.json.PolicyJson;
import io.doorward.model.Policy;
import io.doorward.model.Window;
import io.doorward.oracle.Answer;
import io.doorward.oracle.Oracle;
import io.doorward.oracle.OracleLists;
import io.doorward.oracle.OracleLists.Who;
import io.doorward.permission.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A difference that was found once, as a policy document and a policy test beside it, so that it is asked again in every
 * build and any reader of those formats can ask it too. What the test expects is what the oracle says.
 */
final class Regression {

    static final Path FOLDER = Path.of("src/test/resources/regressions");

    private static final String FORMAT = "doorward/policy-test/1";
    private static final String TESTS = ".tests.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    private Regression() {}

    /** Saves one; returns the path of the policy test. */
    static Path save(Path folder, String name, Policy policy, Probe probe, String difference) {
        try {
            Files.createDirectories(folder);
            Path policyFile = folder.resolve(name + ".policy.json");
            Files.writeString(policyFile, PolicyJson.toJson(policy));
            ObjectNode file = JSON.createObjectNode();
            file.put("format", FORMAT);
            file.put("policy", policyFile.getFileName().toString());
            file.put("at", probe.at().toString());
            file.putArray("tests").add(test(policy, probe).put("name", difference));
            Path tests = folder.resolve(name + TESTS);
            Files.writeString(tests, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(file) + "\n");
            return tests;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All policy tests of a folder. */
    static List<Path> all(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(TESTS))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Nearly the same probe, as a policy test can ask it: at an instant in the years of a policy, and for permissions by
     * principal. Whether the answers differ there too is to be seen.
     */
    static Probe writable(Policy policy, Probe probe) {
        Instant at =
                probe.at().isBefore(Window.MIN) ? Window.MIN : probe.at().isAfter(Window.MAX) ? Window.MAX : probe.at();
        if (probe instanceof Probe.Rights rights && rights.who().byToken()) {
            String holder = new Oracle(policy).holder(rights.who().text());
            if (holder != null) {
                return new Probe.Rights(
                        new Who(false, holder), rights.scope(), rights.resource(), rights.context(), at);
            }
        }
        return probe.at(at);
    }

    private static ObjectNode test(Policy policy, Probe probe) {
        OracleLists lists = new OracleLists(new Oracle(policy));
        ObjectNode test = JSON.createObjectNode();
        if (probe instanceof Probe.Decide p) {
            Question question = p.question();
            Answer answer = new Oracle(policy).answer(question, p.at());
            put(test, new Who(question.isByToken(), question.asker()), question.action());
            put(test, question.scope(), question.resource(), question.context());
            test.put("expect", answer.allowed() ? "allow" : "deny")
                    .put("reason", answer.reason().name());
        } else if (probe instanceof Probe.Devices p) {
            put(test, p.who(), p.action());
            putContext(test, p.context());
            put(test, "devices", lists.devices(p.who(), p.action(), p.context(), p.at()));
        } else if (probe instanceof Probe.Workspaces p) {
            put(test, p.who(), p.action());
            put(test, "workspaces", lists.workspaces(p.who(), p.action(), p.at()));
        } else if (probe instanceof Probe.Principals p) {
            test.put("action", p.action());
            put(test, p.scope(), p.resource(), p.context());
            put(test, "principals", lists.principals(p.action(), p.scope(), p.resource(), p.context(), p.at()));
        } else if (probe instanceof Probe.Rights p) {
            put(test, p.who(), null);
            put(test, p.scope(), p.resource(), p.context());
            put(
                    test,
                    "permissions",
                    lists.permissions(p.who(), p.scope(), p.resource(), p.context(), p.at())
                            .names());
        }
        return test;
    }

    private static void put(ObjectNode test, Who who, @Nullable String action) {
        test.put(who.byToken() ? "token" : "principal", who.text());
        if (action != null) {
            test.put("action", action);
        }
    }

    private static void put(ObjectNode test, Scope scope, String resource, @Nullable String context) {
        test.put(key(scope), resource);
        putContext(test, context);
    }

    private static void putContext(ObjectNode test, @Nullable String context) {
        if (context != null) {
            test.put("workspace", context);
        }
    }

    private static void put(ObjectNode test, String key, List<String> values) {
        ArrayNode array = test.putArray(key);
        values.forEach(array::add);
    }

    private static String key(Scope scope) {
        return scope.name().toLowerCase(Locale.ROOT);
    }

    /** What a policy test of this folder asks, of which policy, and what it expects. */
    record Replay(Policy policy, List<Probe> probes, List<ObjectNode> expected) {}

    static Replay load(Path tests) throws IOException {
        JsonNode file = JSON.readTree(tests.toFile());
        Policy policy = PolicyJson.read(tests.resolveSibling(file.get("policy").textValue()));
        Instant at = Instant.parse(file.get("at").textValue());
        List<Probe> probes = new ArrayList<>();
        List<ObjectNode> expected = new ArrayList<>();
        for (JsonNode test : file.get("tests")) {
            probes.add(probe(test, at));
            expected.add((ObjectNode) test);
        }
        return new Replay(policy, probes, expected);
    }

    /** What the oracle expects now, in the form of the file. */
    static ObjectNode expectation(Policy policy, Probe probe, JsonNode name) {
        ObjectNode test = test(policy, probe);
        test.set("name", name);
        return test;
    }

    private static Probe probe(JsonNode test, Instant at) {
        String action = text(test, "action");
        String workspace = text(test, "workspace");
        Who who = test.has("token")
                ? new Who(true, test.get("token").textValue())
                : test.has("principal") ? new Who(false, test.get("principal").textValue()) : null;
        if (test.has("devices")) {
            return new Probe.Devices(who, action, workspace, at);
        }
        if (test.has("workspaces")) {
            return new Probe.Workspaces(who, action, at);
        }
        Scope scope =
                test.has("device") ? Scope.DEVICE : test.has("organization") ? Scope.ORGANIZATION : Scope.WORKSPACE;
        String resource = text(test, key(scope));
        String context = scope == Scope.DEVICE ? workspace : null;
        if (test.has("principals")) {
            return new Probe.Principals(action, scope, resource, context, at);
        }
        if (test.has("permissions")) {
            return new Probe.Rights(who, scope, resource, context, at);
        }
        return new Probe.Decide(who.asks(action, scope, resource, context), at);
    }

    private static @Nullable String text(JsonNode test, String key) {
        return test.has(key) ? test.get(key).textValue() : null;
    }
}
