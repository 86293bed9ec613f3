package io.doorward.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import io.doorward.problem.InvalidPolicyException;
import io.doorward.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of documents that must be refused, each with all that must be said about it, and with whether the schema refuses
 * it too.
 *
 * <p>{@code NAME.problems} has the verdict of the schema in its first line and then a problem a line. After a change of
 * wording write them anew, and read the difference, with {@code -Ddoorward.updateBadDocuments=true}.
 *
 * @param folder among the resources of the tests
 */
record BadDocuments(String folder, Schema schema, StreamReader streams, StringReader strings) {

    /** How a document is read from a stream. */
    interface StreamReader {
        Object read(ByteArrayInputStream document) throws IOException;
    }

    /** How a document is read from a string. */
    interface StringReader {
        Object read(String document);
    }

    List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(path())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .sorted()
                    .toList();
        }
    }

    void assertRefused(String name) throws IOException {
        byte[] document = Files.readAllBytes(path().resolve(name + ".json"));
        List<String> found = new ArrayList<>();
        found.add("schema: " + verdictOfTheSchema(document));
        problems(document).forEach(problem -> found.add(problem.toString()));

        Path expected = path().resolve(name + ".problems");
        if (Boolean.getBoolean("doorward.updateBadDocuments")) {
            Files.write(expected, found);
        }
        assertThat(found).isEqualTo(Files.readAllLines(expected));
        assertThat(found).as("sentences").allSatisfy(line -> assertThat(line).doesNotContain("s3cret", "73735963537"));
        assertThat(found.subList(1, found.size()))
                .as("problems with a place and a sentence")
                .isNotEmpty()
                .allMatch(line -> line.matches("line [0-9]+, column [0-9]+: [^\\n]*\\."));
    }

    void assertEveryExpectationHasItsDocument() throws IOException {
        try (Stream<Path> files = Files.list(path())) {
            assertThat(files.filter(file -> file.toString().endsWith(".problems")))
                    .allMatch(file -> Files.exists(Path.of(file.toString().replace(".problems", ".json"))));
        }
    }

    private Path path() {
        return Path.of("src/test/resources/io/doorward/json").resolve(folder);
    }

    /** The same problems come out of a string, where the bytes are a text at all. */
    private List<Problem> problems(byte[] document) {
        List<Problem> problems = catchThrowableOfType(
                        InvalidPolicyException.class, () -> streams.read(new ByteArrayInputStream(document)))
                .problems();
        String text = text(document);
        if (text != null) {
            assertThat(catchThrowableOfType(InvalidPolicyException.class, () -> strings.read(text))
                            .problems())
                    .isEqualTo(problems);
        }
        return problems;
    }

    private String verdictOfTheSchema(byte[] document) {
        String text = text(document);
        if (text == null) {
            return "is not asked";
        }
        try {
            return schema.validate(text, InputFormat.JSON).isEmpty() ? "accepts" : "refuses";
        } catch (RuntimeException e) {
            return "is not asked";
        }
    }

    private static String text(byte[] document) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(document))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}
