package io.doorward.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.problem.InvalidPolicyException;
import io.doorward.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Change sets that are made to overflow a stack, to fill the memory or to take forever, and such as are broken. */
@Timeout(120)
class HostileChangesTest {

    private static final long SEED = Long.getLong("doorward.seed", System.nanoTime());
    private static final int MUTATIONS = Integer.getInteger("doorward.mutations", 10_000);
    private static final int MANY = 100_000;

    @Test
    void nestsOneHundredThousandDeep() {
        for (String open : List.of("[", "{\"a\":", "[{\"changes\":", "[{\"catalogue\":", "{\"devices\":")) {
            for (String before : List.of("", "{\"changes\": ", "{\"changes\": [", "{\"madeAgainst\": ")) {
                assertThat(problems(before + open.repeat(MANY)))
                        .last()
                        .asString()
                        .contains("nest deeper than 32");
            }
        }
    }

    @Test
    void hasMoreProblemsThanAnyoneReads() {
        for (String change : List.of(
                "{}",
                "1",
                "{\"change\": \"x\"}",
                "{\"change\": \"purge\"}",
                "{\"change\": \"deleteUser\", \"user\": \"\"}")) {
            List<Problem> problems = problems(document(list(MANY, i -> change)));
            assertThat(problems).hasSize(10_001);
            assertThat(problems.get(10_000).message()).contains("more problems");
        }
    }

    @Test
    void hasManyKeysThatNoChangeHas() {
        for (String name : List.of("", "\"change\": \"purge\", ")) {
            assertThat(problems(document("{" + name + list(MANY, i -> "\"k" + i + "\": 1") + "}")))
                    .hasSize(10_001);
        }
        assertThat(problems(document("{" + list(MANY, i -> "\"change\": 1") + "}")))
                .hasSize(10_001);
    }

    @Test
    void grantsOnManyDevicesOfOneHash() {
        String grants = list(1 << 14, i -> "\"" + ofOneHash(i) + "\": []");
        assertThat(problems(document(
                        "{\"change\": \"addMember\", \"workspace\": \"w\", \"principal\": \"p\", \"devices\": {"
                                + grants + "}}")))
                .isEmpty();
    }

    @Test
    void namesManyPermissionsOfOneHash() {
        String permissions = list(1 << 14, i -> "\"" + ofOneHash(i) + "\"");
        assertThat(problems(document(
                        "{\"change\": \"setAdmin\", \"organization\": \"w\", \"user\": \"p\", \"permissions\": ["
                                + permissions + "]}")))
                .isEmpty();
    }

    @Test
    void makesManyChanges() {
        assertThat(problems(document(list(
                        MANY, i -> "{\"user\": \"u" + i + "\", \"suspended\": true, \"change\": \"suspendUser\"}"))))
                .isEmpty();
    }

    @Test
    void aBrokenDocumentGivesProblemsAndNothingElse() throws IOException {
        System.out.println("HostileChangesTest: -Ddoorward.seed=" + SEED);
        byte[] document = Resources.text("everything.changes.json").getBytes(StandardCharsets.UTF_8);
        Mutations.readBroken(document, SEED, MUTATIONS, broken -> {
            ChangesDocument read = ChangesJson.read(new ByteArrayInputStream(broken));
            assertThat(ChangesJson.read(ChangesJson.toJson(read))).isEqualTo(read);
        });
    }

    /** Texts of 15 letters with the same {@link String#hashCode}. */
    private static String ofOneHash(int number) {
        StringBuilder text = new StringBuilder();
        for (int bit = 0; bit < 15; bit++) {
            text.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return text.toString();
    }

    private static String document(String changes) {
        return "{\"format\": \"doorward/changes/1\", \"changes\": [" + changes + "]}";
    }

    private static String list(int count, IntFunction<String> element) {
        return IntStream.range(0, count).mapToObj(element).collect(Collectors.joining(","));
    }

    private static List<Problem> problems(String document) {
        try {
            ChangesJson.read(document);
            return List.of();
        } catch (InvalidPolicyException e) {
            return e.problems();
        }
    }
}
