package io.doorward.exhaustive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.json.PolicyJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the small world holds, by going through it. */
class SmallWorldTest {

    private static final String UPDATE_PROPERTY = "doorward.updateExhaustive";
    private static final Path DOCUMENT = Path.of("../docs/exhaustive.md");

    private static final Pairs PAIRS = new Pairs();
    private static final Map<String, Long> COUNTS = new HashMap<>();

    @BeforeAll
    static void goThrough() {
        SmallWorld.forEach((block, combination) -> {
            PAIRS.add(combination);
            COUNTS.merge(block.name(), 1L, Long::sum);
        });
    }

    @Test
    void anyTwoValuesOfTwoDimensionsMeetInSomePolicyUnlessTheRulesForbidIt() {
        assertThat(PAIRS.missing()).filteredOn(Pairs.Pair::isPossible).isEmpty();
        assertThat(PAIRS.missing()).hasSizeLessThan(PAIRS.count() / 20);
    }

    @ParameterizedTest
    @MethodSource("backgrounds")
    void everyValueMakesAnotherPolicy(Combination background) {
        SmallPolicies policies = new SmallPolicies();
        Map<String, Combination> known = new HashMap<>();
        new Block.Near("", background, 1).forEach(combination -> {
            Combination same = known.put(PolicyJson.toJson(policies.of(combination)), combination.copy());
            assertThat(same)
                    .as("another combination with the policy of %s", combination)
                    .isNull();
        });
        assertThat(known).hasSizeGreaterThan(1);
    }

    static Iterable<Combination> backgrounds() {
        return SmallWorld.BLOCKS.stream()
                .filter(Block.Near.class::isInstance)
                .map(block -> ((Block.Near) block).background())
                .toList();
    }

    @Test
    void theDocumentTellsOfThisWorld() throws IOException {
        String text = Files.readString(DOCUMENT, UTF_8);
        String now = with("dimensions", WorldTables.dimensions(), text);
        now = with("rules", WorldTables.rules(), now);
        now = with("blocks", WorldTables.blocks(COUNTS), now);
        if (Boolean.getBoolean(UPDATE_PROPERTY)) {
            Files.writeString(DOCUMENT, now, UTF_8);
            return;
        }
        assertThat(text)
                .as("%s; write its tables anew with -D%s=true", DOCUMENT, UPDATE_PROPERTY)
                .isEqualTo(now);
    }

    /** The text with another table between the marks of this name. */
    private static String with(String name, String table, String text) {
        String begin = "<!-- " + name + " -->\n";
        String end = "<!-- end of " + name + " -->";
        Pattern between = Pattern.compile(Pattern.quote(begin) + ".*?" + Pattern.quote(end), Pattern.DOTALL);
        Matcher matcher = between.matcher(text);
        assertThat(matcher.find()).as("the marks of the table of %s", name).isTrue();
        return matcher.replaceFirst(Matcher.quoteReplacement(begin + "\n" + table + "\n\n" + end));
    }
}
