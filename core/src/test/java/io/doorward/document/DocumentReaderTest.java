package io.doorward.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorward.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentReaderTest {

    private static final Shape PERSON = Shape.of("a person", "name!", "age", "born", "tall", "children", "friends");
    private static final Shape FRIENDS = Shape.ofAnyKeys("the friends");

    private final List<Object> read = new ArrayList<>();

    @Test
    void readsEveryKindOfValue() {
        assertThat(problems("""
                {"name": "Ann", "age": 7, "born": "2026-01-01T00:00:00Z", "tall": true,
                 "children": [{"name": "Bob", "tall": false}], "friends": {"cid": {"name": "Cid"}}}""")).isEmpty();
        assertThat(read)
                .containsExactly("Ann", 7L, Instant.parse("2026-01-01T00:00:00Z"), true, "Bob", false, "cid", "Cid");
    }

    @Test
    void reportsEveryProblemAndGoesOn() {
        assertThat(problems("""
                {"name": 5,
                 "nmae": {"any": [1, {"thing": null}]},
                 "age": -1,
                 "born": "yesterday",
                 "tall": null,
                 "children": [
                   {"age": 7, "age": 8},
                   "Bob",
                   {"name": "Cid"}],
                 "friends": []}"""))
                .containsExactly(
                        "line 1, column 10: \"name\" must be a string, not a number.",
                        "line 2, column 2: The key \"nmae\" is unknown in a person,"
                                + " which has name, age, born, tall, children, friends; remove it or correct its name.",
                        "line 3, column 9: \"age\" must be a whole number from 0 to 9223372036854775807, not this number.",
                        "line 4, column 10: \"born\": \"yesterday\" is not an instant; write it like 2026-07-01T12:00:00Z,"
                                + " with up to nine decimals of a second and always in UTC.",
                        "line 5, column 10: \"tall\" is null, which stands for nothing; give true or false or leave it out.",
                        "line 7, column 4: The key \"name\" is missing in a person; add it.",
                        "line 7, column 15: The key \"age\" stands twice in a person; keep one.",
                        "line 8, column 4: An element of \"children\" must be an object, not a string.",
                        "line 10, column 13: \"friends\" must be an object, not an array.");
        assertThat(read).containsExactly(7L, "Cid");
    }

    @Test
    void refusesNumbersThatAreNotWholeOrTooBig() {
        for (String number : List.of("1.0", "1e2", "9223372036854775808", "-5", "123456789012345678901234567890")) {
            assertThat(problems("{\"name\": \"a\", \"age\": " + number + "}")).hasSize(1);
        }
        assertThat(problems("{\"name\": \"a\", \"age\": 9223372036854775807}")).isEmpty();
        assertThat(problems("{\"name\": \"a\", \"age\": 0}")).isEmpty();
    }

    @Test
    void refusesAKeyOfAnyKeysThatStandsTwice() {
        assertThat(problems("{\"name\": \"a\", \"friends\": {\"b\": {\"name\": \"b\"}, \"\\u0062\": {}}}"))
                .containsExactly("line 1, column 47: The key \"b\" stands twice in the friends; keep one.");
    }

    @Test
    void doesNotQuoteAKeyWhereItMayBeASecret() {
        Shape token = Shape.of("a token", "hash").secret();
        DocumentProblems problems = new DocumentProblems(Limits.DEFAULT);
        DocumentReader.read("{\"s3cret\": 1}", Limits.DEFAULT, problems, in -> assertThat(
                        in.object(token).next())
                .isFalse());
        assertThat(problems.list()).singleElement().satisfies(problem -> assertThat(problem.message())
                .contains("This key is unknown in a token, which has hash")
                .doesNotContain("s3cret"));
    }

    @Test
    void endsAtASyntaxErrorWithAllThatWasFoundBefore() {
        List<String> found = problems("{\"nmae\": 1,\n \"age\": 7,,\n \"nmae\": 1}");
        assertThat(found).hasSize(2);
        assertThat(found.get(0)).contains("\"nmae\" is unknown");
        assertThat(found.get(1)).startsWith("line 2, column 11: The text from here on is not JSON;");
    }

    @Test
    void neverQuotesTheTextOfASyntaxError() {
        for (String text : List.of(
                "{\"name\": s3cret}",
                "{s3cret: 1}",
                "{'s3cret': 1}",
                "{\"name\": \"s3cret}",
                "s3cret",
                "{\"name\": \"s3cret\\x\"}",
                "{\"name\": \"s3cret\n\"}",
                "{\"name\": /* s3cret */ 1}")) {
            assertThat(problems(text)).singleElement().satisfies(problem -> assertThat(problem)
                    .doesNotContain("s3cret"));
        }
    }

    @Test
    void saysThatADocumentIsEmptyOrEndsTooEarly() {
        for (String text : List.of("", " \n\t ")) {
            assertThat(problems(text))
                    .containsExactly("line 1, column 1: The document is empty; it must be a JSON object.");
        }
        for (String text :
                List.of("{", "{\"name\"", "{\"name\":", "{\"name\": \"a", "{\"name\": \"a\"", "{\"children\": [")) {
            assertThat(problems(text)).singleElement().asString().contains("The document ends too early");
        }
    }

    @Test
    void refusesTextBehindTheEnd() {
        for (String text : List.of(
                "{\"name\": \"a\"} {}", "{\"name\": \"a\"} x", "{\"name\": \"a\"},", "{\"name\": \"a\"}\u0000")) {
            assertThat(problems(text))
                    .singleElement()
                    .asString()
                    .startsWith("line 1, column 1")
                    .contains("More text follows the end");
        }
        assertThat(problems("{\"name\": \"a\"} \r\n ")).isEmpty();
    }

    @Test
    void refusesAByteOrderMarkAndReadsOn() {
        assertThat(problems("\uFEFF{\"name\": 5}"))
                .containsExactly(
                        "line 1, column 1: The document begins with a byte order mark; save it as UTF-8 without one.",
                        "line 1, column 10: \"name\" must be a string, not a number.");
        assertThat(problems("\uFEFF")).hasSize(2);
    }

    @Test
    void refusesWhatIsNotUtf8AndSaysWhere() throws IOException {
        int[][] sequences = {
            {0xFF},
            {0x80},
            {0xC3},
            {0xC0, 0xAF},
            {0xE0, 0x80, 0xAF},
            {0xED, 0xA0, 0x80},
            {0xED, 0xB0, 0x80},
            {0xF4, 0x90, 0x80, 0x80},
            {0xF8, 0x88, 0x80, 0x80, 0x80},
            {0xE2, 0x82},
            {0xF0, 0x9F, 0x98}
        };
        for (int[] sequence : sequences) {
            assertThat(problems(bytes("{\r\n\"nmae\": \"é😀", sequence, "\"}")))
                    .hasSize(2)
                    .last()
                    .asString()
                    .startsWith("line 2, column 13: The bytes from here on are not UTF-8");
            assertThat(problems(bytes("", sequence, "")))
                    .singleElement()
                    .asString()
                    .contains("are not UTF-8");
        }
        assertThat(problems("{}".getBytes(StandardCharsets.UTF_16)))
                .singleElement()
                .asString()
                .contains("not UTF-8");
    }

    @Test
    void takesCharactersThatSpanTwoReads() throws IOException {
        byte[] text = "{\"name\": \"é€😀\"}".getBytes(StandardCharsets.UTF_8);
        DocumentProblems problems = new DocumentProblems(Limits.DEFAULT);
        DocumentReader.read(oneByteAtATime(text), Limits.DEFAULT, problems, this::person);
        assertThat(problems.list()).isEmpty();
        assertThat(read).containsExactly("é€😀");
    }

    @Test
    void refusesTooDeepNesting() throws IOException {
        for (String bracket : List.of("[", "{\"a\":")) {
            assertThat(problems("{\"nmae\": " + bracket.repeat(100_000)))
                    .hasSize(2)
                    .last()
                    .asString()
                    .contains("nest deeper than 32 here");
            assertThat(problems(bracket.repeat(100_000))).last().asString().contains("nest deeper than 32 here");
        }
    }

    @Test
    void refusesTooLongTexts() {
        String million = "a".repeat(1_000_001);
        for (String text : List.of(
                "{\"name\": \"" + million + "\"}",
                "{\"" + million + "\": 1}",
                "{\"name\": \"a\", \"age\": " + "1".repeat(1_001))) {
            assertThat(problems(text))
                    .singleElement()
                    .asString()
                    .contains("A string, a key or a number here is too long");
        }
    }

    @Test
    void refusesTooLargeDocuments() throws IOException {
        Limits small = Limits.DEFAULT.withSize(20);
        String text = "{\"name\":\n \"0123456789\"}";
        DocumentProblems problems = new DocumentProblems(small);
        assertThat(DocumentReader.read(text, small, problems, this::person)).isFalse();
        InputStream stream = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        assertThat(DocumentReader.read(stream, small, problems, this::person)).isFalse();
        assertThat(problems.list())
                .extracting(Problem::message)
                .containsExactly(
                        "The document is larger than 20 characters; split it.",
                        "The document is larger than 20 bytes; split it.");
    }

    @Test
    void endsAFloodOfProblems() {
        Limits few = Limits.DEFAULT.withProblems(3);
        DocumentProblems problems = new DocumentProblems(few);
        String text = "{\"name\": \"a\", \"children\": [" + "1,".repeat(1_000) + "1]}";
        assertThat(DocumentReader.read(text, few, problems, this::person)).isFalse();
        assertThat(problems.list()).hasSize(4);
        assertThat(problems.list().get(3).toString()).contains("more problems than these 3");
    }

    @Test
    void passesOnWhatAStreamThrows() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("disk on fire");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                throw new IOException("disk on fire");
            }
        };
        assertThatThrownBy(() ->
                        DocumentReader.read(broken, Limits.DEFAULT, new DocumentProblems(Limits.DEFAULT), this::person))
                .isInstanceOf(IOException.class)
                .hasMessage("disk on fire");
    }

    private void person(DocumentReader in) {
        ObjectWalk person = in.object(PERSON);
        while (person.next()) {
            Object value =
                    switch (person.key()) {
                        case "name" -> in.text();
                        case "age" -> in.wholeNumber();
                        case "born" -> in.instant();
                        case "tall" -> in.bool();
                        case "children" -> {
                            in.each(() -> person(in));
                            yield null;
                        }
                        case "friends" -> {
                            ObjectWalk friends = in.object(FRIENDS);
                            while (friends.next()) {
                                read.add(friends.key());
                                person(in);
                            }
                            yield null;
                        }
                        default -> throw new AssertionError(person.key());
                    };
            if (value != null) {
                read.add(value);
            }
        }
    }

    /** What is wrong with a document, which must be the same whether it comes as a string or as bytes. */
    private List<String> problems(String document) {
        DocumentProblems problems = new DocumentProblems(Limits.DEFAULT);
        DocumentReader.read(document, Limits.DEFAULT, problems, this::person);
        read.clear();
        try {
            List<String> ofBytes = problems(document.getBytes(StandardCharsets.UTF_8));
            assertThat(ofBytes)
                    .isEqualTo(problems.list().stream().map(Problem::toString).toList());
            return ofBytes;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private List<String> problems(byte[] document) throws IOException {
        DocumentProblems problems = new DocumentProblems(Limits.DEFAULT);
        DocumentReader.read(new ByteArrayInputStream(document), Limits.DEFAULT, problems, this::person);
        return problems.list().stream().map(Problem::toString).toList();
    }

    private static byte[] bytes(String before, int[] between, String after) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(before.getBytes(StandardCharsets.UTF_8));
        for (int value : between) {
            bytes.write(value);
        }
        bytes.write(after.getBytes(StandardCharsets.UTF_8));
        return bytes.toByteArray();
    }

    private static InputStream oneByteAtATime(byte[] bytes) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                return super.read(buffer, offset, Math.min(length, 1));
            }
        };
    }
}
