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
import java.util.function.Consumer;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One fault at every place of a document that uses every key of its format: the reader must find each, and the schema each
 * that a schema can see.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class EveryPlaceContract {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Consumer<String> reader;
    private final Schema schema;

    /**
     * The contract of one format.
     *
     * @param reader reads a document or throws what is wrong with it
     */
    EveryPlaceContract(String schema, Consumer<String> reader) {
        this.reader = reader;
        this.schema = Resources.schema(schema);
    }

    /** Good documents, which together use every key. */
    abstract List<ObjectNode> documents();

    /** Whether the key at this place must be there. */
    abstract boolean isRequired(ObjectNode document, JsonPointer place);

    @ParameterizedTest
    @MethodSource("documents")
    void theDocumentIsGood(ObjectNode document) {
        assertThat(problems(document)).isEmpty();
        assertThat(schemaAccepts(document)).isTrue();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void anUnknownKeyIsRefusedInEveryObject(ObjectNode document) {
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

    @ParameterizedTest
    @MethodSource("documents")
    void aKeyThatStandsTwiceIsRefusedInEveryObject(ObjectNode document) {
        for (JsonPointer place : places(document)) {
            JsonNode object = document.at(place);
            for (String key : keys(object)) {
                String quoted = TextNode.valueOf(key).toString();
                String twice = withMarker(document, place, quoted + ":" + object.get(key) + ",");
                assertThat(problems(twice))
                        .as("%s", twice)
                        .singleElement()
                        .asString()
                        .contains("The key " + quoted + " stands twice");
            }
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void nullIsRefusedInEveryPlace(ObjectNode document) {
        for (JsonPointer place : places(document)) {
            ObjectNode copy = with(document, place, NullNode.instance);
            assertRefused(place, copy);
            assertThat(problems(copy)).as("%s", place).anySatisfy(problem -> assertThat(problem)
                    .contains(" is null, which stands for nothing"));
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aValueOfAnotherTypeIsRefusedInEveryPlace(ObjectNode document) {
        JsonNode number = JsonNodeFactory.instance.numberNode(7.5);
        JsonNode list = JsonNodeFactory.instance.arrayNode().add(JsonNodeFactory.instance.arrayNode());
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.putObject("x").put("y", 1);
        for (JsonPointer place : places(document)) {
            assertRefused(place, with(document, place, number));
            assertRefused(place, with(document, place, list));
            assertRefused(place, with(document, place, object));
            if (!document.at(place).isBoolean()) {
                assertRefused(place, with(document, place, BooleanNode.TRUE));
            }
            // A secret may have control characters.
            if (!place.last().getMatchingProperty().equals("token")) {
                assertRefused(place, with(document, place, TextNode.valueOf("a\u0007b")));
            }
            assertRefused(place, with(document, place, TextNode.valueOf("a\uD83D")));
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void aRequiredKeyIsMissedInEveryObject(ObjectNode document) {
        int missed = 0;
        for (JsonPointer place : places(document)) {
            ObjectNode copy = document.deepCopy();
            if (isRequired(document, place) && copy.at(place.head()) instanceof ObjectNode object) {
                object.remove(place.last().getMatchingProperty());
                assertRefused(place, copy);
                missed++;
            }
        }
        assertThat(missed).isGreaterThan(2);
    }

    @ParameterizedTest
    @MethodSource("documents")
    void whatTheSchemaRefusesTheReaderRefuses(ObjectNode document) {
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

    private void assertRefused(JsonPointer place, ObjectNode bad) {
        assertThat(problems(bad)).as("%s of %s", place, bad).isNotEmpty();
        assertThat(schemaAccepts(bad)).as("%s of %s, by the schema", place, bad).isFalse();
    }

    private static ObjectNode with(ObjectNode document, JsonPointer place, JsonNode value) {
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
    private static String withMarker(ObjectNode document, JsonPointer place, String text) {
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

    private List<String> problems(JsonNode document) {
        return problems(document.toString());
    }

    private List<String> problems(String document) {
        try {
            reader.accept(document);
            return List.of();
        } catch (InvalidPolicyException e) {
            return e.problems().stream().map(problem -> problem.message()).toList();
        }
    }

    private boolean schemaAccepts(JsonNode document) {
        return schema.validate(document.toString(), InputFormat.JSON).isEmpty();
    }

    static ObjectNode parse(String name) {
        try {
            return (ObjectNode) JSON.readTree(Resources.text(name));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
