package io.doorward.cli;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** The commands that there are. One is made only when it is called for, so that the others cost nothing. */
enum CommandName {
    CHECK("check", "Answers one question."),
    TEST("test", "Runs policy tests."),
    DEVICES("devices", "Lists the devices on which somebody may do something."),
    PRINCIPALS("principals", "Lists who may do something."),
    APPLY("apply", "Makes a set of changes, all or none."),
    VALIDATE("validate", "Lists what is wrong with a policy."),
    TOKEN("token", "Makes a new token, and the hash to store.");

    private final String word;
    private final String summary;

    CommandName(String word, String summary) {
        this.word = word;
        this.summary = summary;
    }

    /** The command of that name, compared exactly. */
    static Optional<CommandName> find(String word) {
        return Arrays.stream(values()).filter(name -> name.word.equals(word)).findFirst();
    }

    /** All of them, separated by commas. */
    static String list() {
        return Arrays.stream(values()).map(CommandName::word).collect(Collectors.joining(", "));
    }

    String word() {
        return word;
    }

    String summary() {
        return summary;
    }

    Command make() {
        return switch (this) {
            case CHECK -> new CheckCommand();
            case TEST -> new TestCommand();
            case DEVICES -> new DevicesCommand();
            case PRINCIPALS -> new PrincipalsCommand();
            case APPLY -> new ApplyCommand();
            case VALIDATE -> new ValidateCommand();
            case TOKEN -> new TokenCommand();
        };
    }
}
