package io.doorward.cli;

import io.doorward.model.InstantText;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** An option of a command. The same words mean the same in every command that has them. */
enum Option {
    POLICY("--policy", "FILE", "The policy to ask, a JSON file."),
    TOKEN("--token", "TOKEN", "Who asks, by a token; - reads it from the first line of standard input."),
    PRINCIPAL("--principal", "ID", "Who asks, by the id of a user, an API user or a public link."),
    ACTION("--action", "NAME", "What for, such as device.view."),
    DEVICE("--device", "ID", "The device that it is about."),
    WORKSPACE(
            "--workspace",
            "ID",
            "The workspace that it is about; beside a device, the one through which rights count."),
    CONTEXT("--workspace", "ID", "Count only the rights through this workspace."),
    ORGANIZATION("--organization", "ID", "The organization that it is about."),
    CHANGES("--changes", "FILE", "The changes to make, a JSON file; - reads them from standard input."),
    AS("--as", "ID", "Make them as this user or API user, who must be allowed to; as the host if left out."),
    DRY_RUN("--dry-run", null, "Only print what would come of it; write nothing."),
    CHANGE_AT("--at", "INSTANT", "The instant of the change, such as 2026-07-01T12:00:00Z; now if left out."),
    AT("--at", "INSTANT", "The instant to ask about, such as 2026-07-01T12:00:00Z; now if left out."),
    TEST_AT("--at", "INSTANT", "The instant to ask about, for tests that name none of their own."),
    EXPLAIN("--explain", null, "Print the whole derivation of the answer."),
    JSON("--json", null, "Print the answer as JSON, on one line.");

    private final String word;
    private final @Nullable String label;
    private final String description;

    Option(String word, @Nullable String label, String description) {
        this.word = word;
        this.label = label;
        this.description = description;
    }

    /** As the user writes it. */
    String word() {
        return word;
    }

    OptionSpec spec() {
        OptionSpec.Builder spec = OptionSpec.builder(word).description(description);
        return label == null
                ? spec.type(boolean.class).build()
                : spec.type(String.class).paramLabel(label).build();
    }

    /** Whether the option is there. */
    boolean isIn(ParseResult arguments) {
        return arguments.hasMatchedOption(word);
    }

    /** The text that follows the option, or null. */
    @Nullable
    String in(ParseResult arguments) {
        return arguments.matchedOptionValue(word, null);
    }

    /** The text that follows the option, which has to be there. */
    String requiredIn(ParseResult arguments) {
        String text = in(arguments);
        if (text == null) {
            throw new Refusal("Add " + word + " " + label + ".");
        }
        return text;
    }

    /** The instant that follows the option; empty if the option is not there. */
    Optional<Instant> instantIn(ParseResult arguments) {
        String text = in(arguments);
        if (text == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(InstantText.parse(text));
        } catch (IllegalArgumentException e) {
            throw new Refusal(word + ": " + e.getMessage());
        }
    }
}
