package io.doorward.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorward.model.Policy;
import io.doorward.permission.Catalogue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyJsonTest {

    private static final String EMPTY = "{\n  \"format\": \"doorward/policy/1\"\n}\n";

    @Test
    void writesTheExampleForPeopleToRead() throws IOException {
        assertThat(PolicyJson.toJson(PolicyJson.read(Resources.text("plant.json"))))
                .isEqualTo(Resources.text("plant.written.json"));
    }

    @Test
    void readsWhatItWrites() throws IOException {
        for (String document : new String[] {
            Resources.text("plant.json"), Resources.text("catalogue.json"), Resources.text("everything.json"), EMPTY
        }) {
            Policy policy = PolicyJson.read(document);
            String written = PolicyJson.toJson(policy);
            assertThat(PolicyJson.read(written)).isEqualTo(policy);
            assertThat(PolicyJson.toJson(PolicyJson.read(written))).isEqualTo(written);
        }
    }

    @Test
    void writesTheSameForEqualPoliciesInWhateverOrderTheyWereMade() {
        String one = """
                {"format": "doorward/policy/1", "lineage": "l", "revision": 7,
                 "users": [{"id": "b"}, {"id": "a", "tokens": [{"token": "2"}, {"token": "1"}]}],
                 "workspaces": [
                   {"id": "w", "devices": [{"id": "d"}, {"id": "c"}],
                    "members": [{"principal": "b", "devices": {"d": [], "c": ["edit_basics", "view"]}}, {"principal": "a"}]}]}
                """;
        String other = """
                {"workspaces": [
                   {"members": [{"principal": "a"},
                                {"devices": {"c": {"permissions": ["view", "edit_basics"]}, "d": []}, "principal": "b"}],
                    "devices": [{"id": "c", "tags": []}, {"suspended": false, "id": "d"}], "id": "w"}],
                 "revision": 7, "catalogue": %s, "publicLinks": [], "lineage": "l",
                 "users": [{"tokens": [{"token": "1"}, {"token": "2"}], "id": "a"}, {"id": "b"}],
                 "format": "doorward/policy/1"}
                """.formatted(defaultCatalogue());
        assertThat(PolicyJson.read(other)).isEqualTo(PolicyJson.read(one));
        assertThat(PolicyJson.toJson(PolicyJson.read(other))).isEqualTo(PolicyJson.toJson(PolicyJson.read(one)));
    }

    @Test
    void leavesOutTheDefaultCatalogueAndWritesAnEmptyOne() {
        assertThat(PolicyJson.toJson(Policy.builder().build())).isEqualTo(EMPTY);
        Policy none = Policy.builder().catalogue(Catalogue.builder().build()).build();
        assertThat(PolicyJson.toJson(none)).contains("\"catalogue\": {}");
        assertThat(PolicyJson.read(PolicyJson.toJson(none))).isEqualTo(none);
    }

    @Test
    void neverWritesASecret() {
        String written = PolicyJson.toJson(PolicyJson.read("""
                {"format": "doorward/policy/1", "users": [{"id": "a", "tokens": [{"token": "s3cret"}]}],
                 "workspaces": [{"id": "w", "devices": [{"id": "d"}], "offers": [{"device": "d", "code": {"token": "c0de"}}]}]}
                """));
        assertThat(written).doesNotContain("s3cret", "c0de").contains("sha256");
    }

    @Test
    void readsFilesStreamsAndStringsAlike(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("plant.json"), Resources.text("plant.json"));
        Policy plant = PolicyJson.read(file);
        assertThat(PolicyJson.read(Resources.text("plant.json"))).isEqualTo(plant);
        try (InputStream stream = Files.newInputStream(file)) {
            assertThat(PolicyJson.read(stream)).isEqualTo(plant);
        }
        assertThatThrownBy(() -> PolicyJson.read(folder.resolve("missing.json")))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void writesUtf8AndLeavesTheStreamOpen() throws IOException {
        Policy policy = Policy.builder().user("é😀\"\\", user -> user.name("Ω")).build();
        boolean[] closed = {false};
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        OutputStream stream = new OutputStream() {
            @Override
            public void write(int value) {
                bytes.write(value);
            }

            @Override
            public void write(byte[] values, int offset, int length) {
                bytes.write(values, offset, length);
            }

            @Override
            public void close() {
                closed[0] = true;
            }
        };
        PolicyJson.write(policy, stream);
        assertThat(bytes.toString(StandardCharsets.UTF_8))
                .isEqualTo(PolicyJson.toJson(policy))
                .contains("{\"id\": \"é😀\\\"\\\\\", \"name\": \"Ω\"}");
        assertThat(PolicyJson.read(PolicyJson.toJson(policy))).isEqualTo(policy);
        assertThat(closed[0]).isFalse();
    }

    private static String defaultCatalogue() {
        return CatalogueRows.of(Catalogue.defaults()).toString();
    }
}
