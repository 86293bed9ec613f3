package io.doorward.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import io.doorward.problem.InvalidPolicyException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * One fault at every place of a document that uses every key of the format: the reader must find each, and the schema
 * each that a schema can see.
 */
class EveryPlaceTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Schema SCHEMA = Resources.schema("policy-1.schema.json");

    private static final Pattern REQUIRED = Pattern.compile("/format"
            + "|.*/(id|owner|user|principal|code|mode|sha256|token|scope)|.*/invites/[0-9]+/email"
            + "|/catalogue/.*/name"
            + "|/publicLinks/[0-9]+/device|.*/(claims|offers)/[0-9]+/device"
            + "|.*/(allDevices|(products|devices)/[^/]+)/permissions");

    private final ObjectNode document = parse();

    @Test
    void theDocumentIsGood() {
        assertThat(problems(document)).isEmpty();
        assertThat(schemaAccepts(document)).isTrue();
    }

    @Test
    void anUnknownKeyIsRefusedInEveryObject() {
        for (JsonPointer place : places(document)) {
            if (document.at(place).isObject()) {
                ObjectNode copy = document.deepCopy();
                ((ObjectNode) copy.at(place)).put("unknown", 1);
                assertRefused(place, copy);
                assertThat(problems(copy))
                        .as("%s", place)
                        .singleElement()
                        .asString()
                        .contains("unknown");
            }
        }
    }

    @Test
    void aKeyThatStandsTwiceIsRefusedInEveryObject() {
        for (JsonPointer place : places(document)) {
            JsonNode object = document.at(place);
            for (String key : keys(object)) {
                String quoted = TextNode.valueOf(key).toString();
                String twice = withMarker(place, quoted + ":" + object.get(key) + ",");
                assertThat(problems(twice))
                        .as("%s", twice)
                        .singleElement()
                        .asString()
                        .contains("The key " + quoted + " stands twice");
            }
        }
    }

    @Test
    void nullIsRefusedInEveryPlace() {
        for (JsonPointer place : places(document)) {
            ObjectNode copy = with(place, NullNode.instance);
            assertRefused(place, copy);
            assertThat(problems(copy)).as("%s", place).anySatisfy(problem -> assertThat(problem)
                    .contains(" is null, which stands for nothing"));
        }
    }

    @Test
    void aValueOfAnotherTypeIsRefusedInEveryPlace() {
        JsonNode number = JsonNodeFactory.instance.numberNode(7.5);
        JsonNode list = JsonNodeFactory.instance.arrayNode().add(JsonNodeFactory.instance.arrayNode());
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.putObject("x").put("y", 1);
        for (JsonPointer place : places(document)) {
            assertRefused(place, with(place, number));
            assertRefused(place, with(place, list));
            assertRefused(place, with(place, object));
            if (!document.at(place).isBoolean()) {
                assertRefused(place, with(place, BooleanNode.TRUE));
            }
            // A secret may have control characters.
            if (!place.last().getMatchingProperty().equals("token")) {
                assertRefused(place, with(place, TextNode.valueOf("a\u0007b")));
            }
            assertRefused(place, with(place, TextNode.valueOf("a\uD83D")));
        }
    }

    @Test
    void aRequiredKeyIsMissedInEveryObject() {
        int missed = 0;
        for (JsonPointer place : places(document)) {
            ObjectNode copy = document.deepCopy();
            if (REQUIRED.matcher(place.toString()).matches() && copy.at(place.head()) instanceof ObjectNode object) {
                object.remove(place.last().getMatchingProperty());
                assertRefused(place, copy);
                missed++;
            }
        }
        assertThat(missed).isGreaterThan(50);
    }

    @Test
    void whatTheSchemaRefusesTheReaderRefuses() {
        for (JsonPointer place : places(document)) {
            ObjectNode copy = document.deepCopy();
            if (copy.at(place.head()) instanceof ObjectNode object) {
                object.remove(place.last().getMatchingProperty());
            } else if (copy.at(place.head()) instanceof ArrayNode array) {
                array.remove(place.last().getMatchingIndex());
            }
            if (!schemaAccepts(copy)) {
                assertThat(problems(copy))
                        .as("%s is refused by the schema without", place)
                        .isNotEmpty();
            }
        }
    }

    private static void assertRefused(JsonPointer place, ObjectNode bad) {
        assertThat(problems(bad)).as("%s of %s", place, bad).isNotEmpty();
        assertThat(schemaAccepts(bad)).as("%s of %s, by the schema", place, bad).isFalse();
    }

    private ObjectNode with(JsonPointer place, JsonNode value) {
        ObjectNode copy = document.deepCopy();
        JsonNode holder = copy.at(place.head());
        if (holder instanceof ArrayNode array) {
            array.set(place.last().getMatchingIndex(), value);
        } else {
            ((ObjectNode) holder).set(place.last().getMatchingProperty(), value);
        }
        return copy;
    }

    /** The text of the document with more text behind the opening bracket of one object. */
    private String withMarker(JsonPointer place, String text) {
        ObjectNode copy = document.deepCopy();
        ObjectNode object = (ObjectNode) copy.at(place);
        ObjectNode rest = object.deepCopy();
        object.removeAll();
        object.put("MARKER", 1);
        object.setAll(rest);
        return copy.toString().replace("\"MARKER\":1,", text);
    }

    /** Every place below the document itself. */
    private static List<JsonPointer> places(JsonNode document) {
        List<JsonPointer> places = new ArrayList<>();
        collect(document, JsonPointer.empty(), places);
        return places;
    }

    private static void collect(JsonNode node, JsonPointer place, List<JsonPointer> places) {
        for (String key : keys(node)) {
            JsonPointer child = place.appendProperty(key);
            places.add(child);
            collect(node.get(key), child, places);
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            JsonPointer child = place.appendIndex(i);
            places.add(child);
            collect(node.get(i), child, places);
        }
    }

    private static List<String> keys(JsonNode node) {
        return node.properties().stream().map(member -> member.getKey()).toList();
    }

    private static List<String> problems(JsonNode document) {
        return problems(document.toString());
    }

    private static List<String> problems(String document) {
        try {
            PolicyJson.read(document);
            return List.of();
        } catch (InvalidPolicyException e) {
            return e.problems().stream().map(problem -> problem.message()).toList();
        }
    }

    private static boolean schemaAccepts(JsonNode document) {
        return SCHEMA.validate(document.toString(), InputFormat.JSON).isEmpty();
    }

    private static ObjectNode parse() {
        try {
            return (ObjectNode) JSON.readTree(Resources.text("everything.json"));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
