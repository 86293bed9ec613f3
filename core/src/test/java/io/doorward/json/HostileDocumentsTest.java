package io.doorward.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.problem.InvalidPolicyException;
import io.doorward.problem.Problem;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Documents that are made to overflow a stack, to fill the memory or to take forever. */
@Timeout(60)
class HostileDocumentsTest {

    private static final int MANY = 100_000;

    @Test
    void nestsOneHundredThousandDeep() {
        for (String open : List.of("[", "{\"a\":", "[{\"users\":")) {
            assertThat(problems(open.repeat(MANY))).last().asString().contains("nest deeper than 32");
            assertThat(problems("{\"users\": " + open.repeat(MANY)))
                    .last()
                    .asString()
                    .contains("nest deeper than 32");
        }
    }

    @Test
    void hasMoreProblemsThanAnyoneReads() {
        List<Problem> problems = problems(document("\"users\": [" + list(MANY, i -> "{\"nmae\": 1}") + "]"));
        assertThat(problems).hasSize(10_001);
        assertThat(problems.get(10_000).message()).contains("more problems");

        List<Problem> ofTheModel = problems(document("\"users\": [" + list(MANY, i -> "{\"id\": \"\"}") + "]"));
        assertThat(ofTheModel).hasSize(10_001);
        assertThat(ofTheModel.get(10_000).message()).contains("more problems");
    }

    @Test
    void namesManyPermissionsThatAreNone() {
        String permissions = list(MANY, i -> "\"p" + i + "\"");
        assertThat(problems(member("\"permissions\": [" + permissions + "]"))).hasSizeGreaterThan(1_000);
    }

    @Test
    void namesManyPermissionsOfOneHash() {
        String permissions = list(1 << 14, i -> "\"" + ofOneHash(i) + "\"");
        assertThat(problems(member("\"permissions\": [" + permissions + "]"))).hasSizeGreaterThan(1_000);
    }

    @Test
    void hasManyIdsOfOneHash() {
        String devices = list(1 << 14, i -> "{\"id\": \"" + ofOneHash(i) + "\"}");
        String grants = list(1 << 14, i -> "\"" + ofOneHash(i) + "\": []");
        assertThat(problems(document("\"users\": [{\"id\": \"a\"}], \"workspaces\": [{\"id\": \"w\", \"devices\": ["
                        + devices + "], \"members\": [{\"principal\": \"a\", \"devices\": {" + grants + "}}]}]")))
                .isEmpty();
    }

    @Test
    void hasManyUnknownKeysOfOneHash() {
        assertThat(problems(document(list(1 << 14, i -> "\"" + ofOneHash(i) + "\": 1"))))
                .hasSize(10_001);
    }

    @Test
    void nestsTeamsDeep() {
        String teams = list(MANY, i -> "{\"id\": \"t" + i + "\", \"teams\": [\"t" + (i + 1) + "\"]}");
        String last = "{\"id\": \"t" + MANY + "\"}";
        assertThat(problems(document("\"workspaces\": [{\"id\": \"w\", \"teams\": [" + teams + "," + last + "]}]")))
                .isEmpty();
    }

    @Test
    void nestsTeamsInACircle() {
        String teams = list(MANY, i -> "{\"id\": \"t" + i + "\", \"teams\": [\"t" + (i + 1) % MANY + "\"]}");
        assertThat(problems(document("\"workspaces\": [{\"id\": \"w\", \"teams\": [" + teams + "]}]")))
                .singleElement()
                .satisfies(problem -> assertThat(problem.message())
                        .contains("contains itself")
                        .hasSizeLessThan(10_000));
    }

    @Test
    void nestsTeamsInManyCircles() {
        String teams = list(
                MANY, i -> "{\"id\": \"t" + i + "\", \"teams\": [\"t" + (i + 1) % MANY + "\", \"t" + i / 2 + "\"]}");
        assertThat(problems(document("\"workspaces\": [{\"id\": \"w\", \"teams\": [" + teams + "]}]")))
                .hasSize(10_001);
    }

    @Test
    void definesMorePermissionsThanThereAreBits() {
        String permissions = list(20_000, i -> "{\"name\": \"p" + i + "\", \"implies\": [\"p" + (i + 1) + "\"]}");
        assertThat(problems(document("\"catalogue\": {\"devicePermissions\": [" + permissions + "]}")))
                .hasSizeGreaterThan(10_000);
    }

    @Test
    void hasALongStringALongKeyALongNumber() {
        String million = "x".repeat(1_000_001);
        for (String body : List.of(
                "\"lineage\": \"" + million + "\"", "\"" + million + "\": 1", "\"revision\": 1" + "0".repeat(1_000))) {
            assertThat(problems(document(body))).last().asString().contains("too long");
        }
        String long1 = "x".repeat(999_999);
        assertThat(problems(document("\"users\": [{\"id\": \"" + long1 + "\", \"name\": \"" + long1 + "\"}]")))
                .hasSize(2);
    }

    /** Texts of 15 letters with the same {@link String#hashCode}. */
    private static String ofOneHash(int number) {
        StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < 15; bit++) {
            text.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return text.toString();
    }

    private static String member(String body) {
        return document(
                "\"users\": [{\"id\": \"a\"}], \"workspaces\": [{\"id\": \"w\", \"members\": [{\"principal\": \"a\", "
                        + body + "}]}]");
    }

    private static String document(String body) {
        return "{\"format\": \"doorward/policy/1\", " + body + "}";
    }

    private static String list(int count, IntFunction<String> element) {
        return IntStream.range(0, count).mapToObj(element).collect(Collectors.joining(","));
    }

    private static List<Problem> problems(String document) {
        try {
            PolicyJson.read(document);
            return List.of();
        } catch (InvalidPolicyException e) {
            return e.problems();
        }
    }
}
