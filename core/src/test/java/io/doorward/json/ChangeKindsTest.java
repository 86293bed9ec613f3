package io.doorward.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.SetMultimap;
import com.google.common.collect.TreeMultimap;
import io.doorward.change.Change;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The table of changes has every kind of change, and page, schema and example have every row of the table. */
class ChangeKindsTest {

    private static final Path PAGE = Path.of("../docs/changes-format.md");

    /** What the page calls keys that go together. */
    private static final Map<String, String> LABELS = Map.of(
            "notBefore expiresAt", "window",
            "permissions allDevices products devices", "*rights*",
            "member team", "**`member` or `team`**",
            "sha256 token", "**`sha256` or `token`**");

    /** Components whose key has another name. */
    private static final Map<String, String> RENAMED = Map.of("hash", "new");

    private static final ObjectMapper JSON = new ObjectMapper();

    static List<ChangeKind<?>> kinds() {
        return ChangeKinds.all();
    }

    @Test
    void everyChangeHasARow() {
        assertThat(ChangeKinds.all().stream().<Class<?>>map(ChangeKind::type))
                .doesNotHaveDuplicates()
                .containsExactlyInAnyOrderElementsOf(records(Change.class).toList());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyComponentHasItsPart(ChangeKind<?> kind) {
        RecordComponent[] components = kind.type().getRecordComponents();
        assertThat(kind.parts()).hasSameSizeAs(components);
        for (int i = 0; i < components.length; i++) {
            Part<?> part = kind.parts().get(i);
            String name = components[i].getName();
            if (part.keys().size() == 1) {
                assertThat(part.keys().get(0).name()).isEqualTo(RENAMED.getOrDefault(name, name));
            } else {
                assertThat(LABELS).containsKey(names(part));
            }
            boolean mayBeNull = Arrays.toString(components[i].getAnnotatedType().getAnnotations())
                    .contains("Nullable");
            if (mayBeNull) {
                assertThat(part.rule()).as(name).isEqualTo(Part.Rule.OPTIONAL);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void thePageHasItInItsKeyTable(ChangeKind<?> kind) throws IOException {
        String keys = kind.parts().stream().map(ChangeKindsTest::label).collect(Collectors.joining(", "));
        String row = "| `" + kind.word() + "` | " + keys + " | ";
        assertThat(Files.readAllLines(PAGE))
                .as(row)
                .filteredOn(line -> line.startsWith("| `" + kind.word() + "` "))
                .singleElement()
                .asString()
                .startsWith(row);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theSchemaHasIt(ChangeKind<?> kind) throws IOException {
        JsonNode schema = JSON.readTree(Resources.text("changes-1.schema.json"));
        JsonNode change = schema.at("/$defs/change");
        assertThat(texts(change.at("/properties/change/enum"))).contains(kind.word());
        assertThat(change.get("allOf"))
                .filteredOn(branch ->
                        branch.at("/if/properties/change/const").textValue().equals(kind.word()))
                .singleElement()
                .satisfies(branch ->
                        assertThat(branch.at("/then/$ref").textValue()).isEqualTo("#/$defs/" + kind.word()));
        JsonNode definition = schema.at("/$defs/" + kind.word());
        assertThat(definition.at("/additionalProperties").isBoolean()).isTrue();
        assertThat(definition.at("/properties/change/const").textValue()).isEqualTo(kind.word());
        Set<String> expected = new TreeSet<>(Set.of("change"));
        kind.keys().forEach(key -> expected.add(key.name()));
        assertThat(ImmutableSet.copyOf(definition.get("properties").fieldNames()))
                .isEqualTo(expected);
        assertThat(texts(definition.get("required")))
                .containsExactlyInAnyOrderElementsOf(Stream.concat(
                                Stream.of("change"),
                                kind.parts().stream()
                                        .filter(part -> part.rule() == Part.Rule.REQUIRED)
                                        .map(ChangeKindsTest::names))
                        .toList());
        List<String> alternatives = kind.parts().stream()
                .filter(part -> part.rule() == Part.Rule.EXACTLY_ONE)
                .flatMap(part -> part.keys().stream())
                .map(ChangeKey::name)
                .toList();
        List<String> inSchema = new ArrayList<>();
        definition.path("oneOf").forEach(branch -> inSchema.addAll(texts(branch.get("required"))));
        assertThat(inSchema).isEqualTo(alternatives);
    }

    @Test
    void theSchemaHasNoOthers() throws IOException {
        JsonNode change = JSON.readTree(Resources.text("changes-1.schema.json")).at("/$defs/change");
        assertThat(texts(change.at("/properties/change/enum")))
                .isEqualTo(ChangeKinds.all().stream().map(ChangeKind::word).toList());
        assertThat(change.get("allOf")).hasSameSizeAs(ChangeKinds.all());
    }

    @Test
    void theSchemaSharesItsDefinitionsWithThatOfPolicies() throws IOException {
        JsonNode policy = JSON.readTree(Resources.text("policy-1.schema.json")).get("$defs");
        JsonNode changes =
                JSON.readTree(Resources.text("changes-1.schema.json")).get("$defs");
        List<String> shared = ImmutableSet.copyOf(changes.fieldNames()).stream()
                .filter(name -> !name.equals("change") && !name.equals("tags"))
                .filter(name -> ChangeKinds.find(name).isEmpty())
                .toList();
        assertThat(shared).hasSizeGreaterThan(10).allSatisfy(name -> assertThat(changes.get(name))
                .isEqualTo(policy.get(name)));
    }

    @Test
    void theExampleHasEveryKeyOfEveryChange() throws IOException {
        SetMultimap<String, String> used = TreeMultimap.create();
        for (JsonNode change :
                JSON.readTree(Resources.text("everything.changes.json")).get("changes")) {
            used.putAll(change.get("change").textValue(), ImmutableSet.copyOf(change.fieldNames()));
        }
        // Of keys of which only one may be there, each stands in some change at least.
        Set<String> inSome = ImmutableSet.copyOf(used.values());
        for (ChangeKind<?> kind : ChangeKinds.all()) {
            for (Part<?> part : kind.parts()) {
                Set<String> keys = part.keys().stream().map(ChangeKey::name).collect(Collectors.toSet());
                assertThat(part.rule() == Part.Rule.EXACTLY_ONE ? inSome : used.get(kind.word()))
                        .as(kind.word())
                        .containsAll(keys);
            }
        }
    }

    private static String label(Part<?> part) {
        String names = names(part);
        String bold = part.rule() == Part.Rule.REQUIRED ? "**" : "";
        return LABELS.getOrDefault(names, bold + "`" + names + "`" + bold);
    }

    private static String names(Part<?> part) {
        return part.keys().stream().map(ChangeKey::name).collect(Collectors.joining(" "));
    }

    private static List<String> texts(JsonNode list) {
        return JSON.convertValue(list, JSON.getTypeFactory().constructCollectionType(List.class, String.class));
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Stream.of(type.getPermittedSubclasses()).flatMap(ChangeKindsTest::records);
    }
}
