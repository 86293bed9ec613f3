package io.doorward.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.doorward.change.Actor;
import io.doorward.model.Policy;
import io.doorward.model.Revision;
import io.doorward.problem.InvalidPolicyException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What the page about change sets says is so; its table of keys is looked at by {@link ChangeKindsTest}. */
class ChangesFormatPageTest {

    private static final Path PAGE = Path.of("../docs/changes-format.md");

    @Test
    void theExampleChangesThePolicyOfTheOtherPage() throws IOException {
        Policy policy = PolicyJson.read(example(Path.of("../docs/policy-format.md")));
        ChangesDocument document = ChangesJson.read(example(PAGE));
        Policy after = document.changes()
                .applyTo(policy, new Revision("l", 1), Actor.HOST, Instant.parse("2026-07-01T12:00:00Z"))
                .after();
        assertThat(document.madeAgainst()).isEqualTo(policy.revision());
        assertThat(PolicyJson.toJson(after)).contains("gateway-2", "\"hall-2\": []");
    }

    @Test
    void theProblemIsWordedSo() throws IOException {
        InvalidPolicyException e = catchThrowableOfType(
                InvalidPolicyException.class,
                () -> ChangesJson.read(Resources.text("bad-changes/everything-at-once.json")));
        assertThat(Files.readString(PAGE)).contains("    " + e.problems().get(1) + "\n");
    }

    private static String example(Path page) throws IOException {
        Matcher example = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(page));
        assertThat(example.find()).isTrue();
        return example.group(1);
    }
}
