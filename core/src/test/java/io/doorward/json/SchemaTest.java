package io.doorward.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.doorward.model.Policy;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schemas: they take what we take, and refuse what a schema can refuse. */
class SchemaTest {

    private static final Schema POLICY = Resources.schema("policy-1.schema.json");
    private static final Schema POLICY_TEST = Resources.schema("policy-test-1.schema.json");

    @ParameterizedTest
    @CsvSource({"policy-1.schema.json, urn:doorward:policy:1", "policy-test-1.schema.json, urn:doorward:policy-test:1"})
    void areSchemasOfDraft202012(String name, String id) throws IOException {
        JsonNode schema = new ObjectMapper().readTree(Resources.text(name));
        assertThat(schema.get("$schema").textValue()).isEqualTo("https://json-schema.org/draft/2020-12/schema");
        assertThat(schema.get("$id").textValue()).isEqualTo(id);
        Schema metaSchema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of("https://json-schema.org/draft/2020-12/schema"));
        assertThat(metaSchema.validate(Resources.text(name), InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plant.json", "plant.written.json", "catalogue.json", "everything.json"})
    void takesTheExamples(String name) {
        assertThat(faults(POLICY, Resources.text(name))).isEmpty();
    }

    @Test
    void takesWhatIsWritten() {
        Policy everything = PolicyJson.read(Resources.text("everything.json"));
        assertThat(faults(POLICY, PolicyJson.toJson(everything))).isEmpty();
        assertThat(faults(POLICY, PolicyJson.toJson(Policy.builder().build()))).isEmpty();
    }

    @Test
    void takesTheExampleOfAPolicyTest() {
        assertThat(faults(POLICY_TEST, Resources.text("plant.tests.json"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'token': 't', 'action': 'a', 'device': 'd', 'expect': 'allow'",
                "'principal': 'p', 'action': 'a', 'device': 'd', 'workspace': 'w', 'expect': 'deny', 'reason': 'STALE'",
                "'principal': 'p', 'action': 'a', 'workspace': 'w', 'expect': 'allow', 'reason': 'ALLOWED'",
                "'principal': 'p', 'action': 'a', 'organization': 'o', 'expect': 'deny', 'reason': 'OWNER_ONLY'",
                "'token': 't', 'action': 'a', 'devices': ['d', 'e'], 'at': '2024-02-29T00:00:00.123456789Z'",
                "'principal': 'p', 'action': 'a', 'devices': [], 'workspace': 'w'",
                "'token': '', 'action': 'a', 'workspaces': ['w']",
                "'action': 'a', 'device': 'd', 'principals': ['p']",
                "'action': 'a', 'device': 'd', 'workspace': 'w', 'principals': []",
                "'action': 'a', 'workspace': 'w', 'principals': []",
                "'action': 'a', 'organization': 'o', 'principals': []",
                "'principal': 'p', 'device': 'd', 'permissions': ['view']",
                "'principal': 'p', 'device': 'd', 'workspace': 'w', 'permissions': []",
                "'principal': 'p', 'workspace': 'w', 'permissions': []",
                "'principal': 'p', 'organization': 'o', 'permissions': []",
            })
    void takesEveryQuestionOfAPolicyTest(String test) {
        assertThat(faults(POLICY_TEST, policyTest(test))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'action': 'a', 'device': 'd', 'expect': 'allow'",
                "'token': 't', 'principal': 'p', 'action': 'a', 'device': 'd', 'expect': 'allow'",
                "'token': 't', 'device': 'd', 'expect': 'allow'",
                "'token': 't', 'action': 'a', 'expect': 'allow'",
                "'token': 't', 'action': 'a', 'device': 'd'",
                "'token': 't', 'action': 'a', 'device': 'd', 'expect': 'ALLOW'",
                "'token': 't', 'action': 'a', 'device': 'd', 'expect': 'allow', 'reason': 'STALE'",
                "'token': 't', 'action': 'a', 'device': 'd', 'expect': 'deny', 'reason': 'ALLOWED'",
                "'token': 't', 'action': 'a', 'device': 'd', 'expect': 'deny', 'reason': 'NO_REASON'",
                "'token': 't', 'action': 'a', 'device': 'd', 'expect': 'deny', 'reason': null",
                "'token': 't', 'action': 'a', 'device': 'd', 'organization': 'o', 'expect': 'allow'",
                "'token': 't', 'action': 'a', 'workspace': 'd', 'organization': 'o', 'expect': 'allow'",
                "'token': 't', 'action': 'a', 'device': 'd', 'expect': 'allow', 'devices': []",
                "'token': 't', 'action': 'a', 'device': 'd', 'expect': 'allow', 'unknown': 1",
                "'token': 't', 'action': 'a', 'device': 'd', 'devices': []",
                "'token': 't', 'action': 'a', 'devices': 'd'",
                "'token': 't', 'action': 'a', 'devices': [1]",
                "'token': 't', 'action': 'a', 'workspace': 'w', 'workspaces': []",
                "'action': 'a', 'workspaces': []",
                "'token': 't', 'action': 'a', 'device': 'd', 'principals': []",
                "'device': 'd', 'principals': []",
                "'action': 'a', 'principals': []",
                "'token': 't', 'device': 'd', 'permissions': []",
                "'principal': 'p', 'action': 'a', 'device': 'd', 'permissions': []",
                "'principal': 'p', 'permissions': []",
                "'principal': 'p', 'device': 'd', 'permissions': ['no name']",
                "'principal': 'p', 'device': 'd', 'permissions': [], 'at': '2026-02-29T00:00:00Z'",
                "'principal': 'p', 'device': 'd', 'permissions': [], 'name': 5",
            })
    void refusesEveryOtherCombination(String test) {
        assertThat(faults(POLICY_TEST, policyTest(test))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "{'format': 'doorward/policy/1', 'policy': 'p', 'tests': []}",
                "{'format': 'doorward/policy-test/1', 'tests': []}",
                "{'format': 'doorward/policy-test/1', 'policy': 'p'}",
                "{'format': 'doorward/policy-test/1', 'policy': '', 'tests': []}",
                "{'format': 'doorward/policy-test/1', 'policy': 'p', 'tests': [], 'at': 'now'}",
                "{'format': 'doorward/policy-test/1', 'policy': 'p', 'tests': [], 'unknown': 1}",
                "{'format': 'doorward/policy-test/1', 'policy': 'p', 'tests': [1]}",
                "{'format': 'doorward/policy-test/1', 'policy': 'p', 'tests': [{'action': 'a', 'device': 'd', 'principals': []}]}",
            })
    void refusesOtherDocumentsThanPolicyTests(String document) {
        assertThat(faults(POLICY_TEST, document.replace('\'', '"'))).isNotEmpty();
    }

    private static String policyTest(String test) {
        return "{'format': 'doorward/policy-test/1', 'policy': 'p', 'tests': [{%s%s}]}"
                .formatted(test.contains("'name'") ? "" : "'name': 'n', ", test)
                .replace('\'', '"');
    }

    private static List<Error> faults(Schema schema, String document) {
        return schema.validate(document, InputFormat.JSON);
    }
}
