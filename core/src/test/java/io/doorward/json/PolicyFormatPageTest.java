package io.doorward.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.doorward.document.Limits;
import io.doorward.problem.InvalidPolicyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page about the format says is so. */
class PolicyFormatPageTest {

    private static final Path PAGE = Path.of("../docs/policy-format.md");

    @Test
    void theExampleIsAPolicy() throws IOException {
        Matcher example = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
        assertThat(example.find()).isTrue();
        assertThat(PolicyJson.read(example.group(1)).workspaces()).hasSize(1);
    }

    @Test
    void theProblemIsWordedSo() throws IOException {
        InvalidPolicyException e = catchThrowableOfType(
                InvalidPolicyException.class, () -> PolicyJson.read(Resources.text("bad/everything-at-once.json")));
        assertThat(Files.readString(PAGE)).contains("    " + e.problems().get(1) + "\n");
    }

    @Test
    void theTableHasEveryKeyOfTheSchema() throws IOException {
        String page = Files.readString(PAGE);
        List<String> keys = new ArrayList<>();
        collectKeys(new ObjectMapper().readTree(Resources.text("policy-1.schema.json")), keys);
        assertThat(keys).hasSizeGreaterThan(50).allSatisfy(key -> assertThat(page)
                .contains("`" + key + "`"));
    }

    @Test
    void theLimitsAreThese() throws IOException {
        String page = Files.readString(PAGE);
        NumberFormat format = NumberFormat.getIntegerInstance(Locale.ROOT);
        Limits limits = Limits.DEFAULT;
        assertThat(limits.size()).isEqualTo(1L << 30);
        assertThat(page)
                .contains("| 1 GiB | size")
                .contains("| " + limits.depth() + " | depth")
                .contains("| " + format.format(limits.text()) + " | characters of a string")
                .contains(format.format(limits.key()) + " of a key")
                .contains(format.format(limits.number()) + " of a number")
                .contains("| " + format.format(limits.problems()) + " | problems");
    }

    private static void collectKeys(JsonNode schema, List<String> keys) {
        JsonNode properties = schema.path("properties");
        properties.fieldNames().forEachRemaining(keys::add);
        schema.forEach(child -> collectKeys(child, keys));
    }
}
