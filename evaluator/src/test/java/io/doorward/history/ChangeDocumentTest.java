package io.doorward.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.doorward.change.Actor;
import io.doorward.change.ChangeRefusedException;
import io.doorward.change.ChangeSet;
import io.doorward.generator.Chance;
import io.doorward.generator.PolicyGenerator;
import io.doorward.generator.RandomChanges;
import io.doorward.json.ChangesDocument;
import io.doorward.json.ChangesJson;
import io.doorward.model.Policy;
import io.doorward.model.Revision;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Random change sets survive their documents, in whatever order the keys of a change stand. */
class ChangeDocumentTest {

    private static final int WORLDS = Integer.getInteger("doorward.histories", 25);
    private static final long SEED = Long.getLong("doorward.seed", System.nanoTime());
    private static final int SETS = 80;
    private static final Instant NOW = Instant.parse("2026-07-01T12:00:00Z");

    @Test
    void everyChangeSetSurvivesItsDocument() throws IOException {
        Set<Class<?>> written = new HashSet<>();
        for (int i = 0; i < WORLDS; i++) {
            Policy policy = PolicyGenerator.world(SEED + i).policy();
            RandomChanges changes = new RandomChanges(new Chance(SEED + i));
            for (int set = 0; set < SETS; set++) {
                ChangesDocument drawn = new ChangesDocument(changes.set(policy), policy.revision());
                requireSurvival(drawn, policy, "-Ddoorward.seed=" + (SEED + i));
                drawn.changes().changes().forEach(change -> written.add(change.getClass()));
            }
            for (var kind : RandomChanges.kinds()) {
                var change = changes.change(kind, policy);
                requireSurvival(ChangesDocument.of(ChangeSet.of(change)), policy, "-Ddoorward.seed=" + (SEED + i));
                written.add(kind);
            }
        }
        assertThat(written).containsAll(RandomChanges.kinds());
    }

    /** What no document can hold, no policy takes. */
    private static void requireSurvival(ChangesDocument changes, Policy policy, String where) throws IOException {
        String document;
        try {
            document = ChangesJson.toJson(changes);
        } catch (IllegalArgumentException e) {
            assertThatThrownBy(() -> changes.changes().applyTo(policy, new Revision("l", 1), Actor.HOST, NOW))
                    .as(where)
                    .isInstanceOf(ChangeRefusedException.class);
            return;
        }
        assertThat(ChangesJson.read(document)).as(where).isEqualTo(changes);
        assertThat(ChangesJson.toJson(ChangesJson.read(document))).as(where).isEqualTo(document);
        assertThat(ChangesJson.read(reversed(document))).as(where).isEqualTo(changes);
    }

    private static String reversed(String document) throws IOException {
        ObjectNode tree = (ObjectNode) new ObjectMapper().readTree(document);
        ArrayNode changes = JsonNodeFactory.instance.arrayNode();
        for (JsonNode change : tree.get("changes")) {
            List<String> keys = new ArrayList<>();
            change.fieldNames().forEachRemaining(key -> keys.add(0, key));
            ObjectNode reversed = changes.addObject();
            keys.forEach(key -> reversed.set(key, change.get(key)));
        }
        return tree.set("changes", changes).toString();
    }
}
