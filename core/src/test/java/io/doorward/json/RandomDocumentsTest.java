package io.doorward.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import io.doorward.model.Policy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Laws of reading and writing, on random policies and on documents broken at random. Run again with the seed printed. */
class RandomDocumentsTest {

    private static final long SEED = Long.getLong("doorward.seed", System.nanoTime());
    private static final int POLICIES = Integer.getInteger("doorward.policies", 500);
    private static final int MUTATIONS = Integer.getInteger("doorward.mutations", 10_000);

    private static final Schema SCHEMA = Resources.schema("policy-1.schema.json");

    @BeforeAll
    static void printSeed() {
        System.out.println("RandomDocumentsTest: -Ddoorward.seed=" + SEED);
    }

    @Test
    void everyPolicySurvivesItsDocument() throws IOException {
        for (int i = 0; i < POLICIES; i++) {
            long seed = SEED + i;
            Policy policy = RandomPolicies.of(seed);
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            PolicyJson.write(policy, written);
            String document = written.toString(StandardCharsets.UTF_8);
            assertThat(document).as("-Ddoorward.seed=%s", seed).isEqualTo(PolicyJson.toJson(policy));

            Policy read = PolicyJson.read(new ByteArrayInputStream(written.toByteArray()));
            assertThat(read).as("-Ddoorward.seed=%s", seed).isEqualTo(policy);
            assertThat(PolicyJson.toJson(read)).as("-Ddoorward.seed=%s", seed).isEqualTo(document);
            if (i % 10 == 0) {
                assertThat(SCHEMA.validate(document, InputFormat.JSON))
                        .as("-Ddoorward.seed=%s", seed)
                        .isEmpty();
            }
        }
    }

    @Test
    void theOrderOfKeysAndRowsIsFree() throws IOException {
        for (int i = 0; i < POLICIES; i++) {
            long seed = SEED + i;
            Policy policy = RandomPolicies.of(seed);
            JsonNode document = new ObjectMapper().readTree(PolicyJson.toJson(policy));
            String shuffled = shuffled(document, "", new Random(seed)).toString();
            assertThat(PolicyJson.read(shuffled)).as("-Ddoorward.seed=%s", seed).isEqualTo(policy);
        }
    }

    @Test
    @Timeout(300)
    void aBrokenDocumentGivesProblemsAndNothingElse() throws IOException {
        for (String name : new String[] {"plant.json", "everything.json"}) {
            byte[] document = Resources.text(name).getBytes(StandardCharsets.UTF_8);
            Mutations.readBroken(document, SEED, MUTATIONS, broken -> {
                Policy read = PolicyJson.read(new ByteArrayInputStream(broken));
                assertThat(PolicyJson.read(PolicyJson.toJson(read))).isEqualTo(read);
            });
        }
    }

    /** The same with its keys in another order, and its rows, where their order says nothing. */
    private static JsonNode shuffled(JsonNode node, String key, Random random) {
        if (node.isObject()) {
            List<String> keys = new ArrayList<>();
            node.fieldNames().forEachRemaining(keys::add);
            Collections.shuffle(keys, random);
            ObjectNode object = JsonNodeFactory.instance.objectNode();
            // In a catalogue the order of rows is the order of bits.
            keys.forEach(name -> object.set(
                    name, name.equals("catalogue") ? node.get(name) : shuffled(node.get(name), name, random)));
            return object;
        }
        if (node.isArray() && !key.equals("tags")) {
            List<JsonNode> rows = new ArrayList<>();
            node.forEach(row -> rows.add(shuffled(row, "", random)));
            Collections.shuffle(rows, random);
            ArrayNode array = JsonNodeFactory.instance.arrayNode();
            return array.addAll(rows);
        }
        return node;
    }
}
