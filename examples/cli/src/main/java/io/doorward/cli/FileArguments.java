package io.doorward.cli;

import java.util.List;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** The arguments of a command that are no options: names of files. Stateless. */
final class FileArguments {

    private FileArguments() {}

    /** Exactly one file. */
    static PositionalParamSpec one(String label, String description) {
        return spec(label, description, "0", "1");
    }

    /** At least one file. */
    static PositionalParamSpec several(String label, String description) {
        return spec(label, description, "0..*", "1..*");
    }

    private static PositionalParamSpec spec(String label, String description, String index, String arity) {
        return PositionalParamSpec.builder()
                .paramLabel(label)
                .description(description)
                .type(String[].class)
                .index(index)
                .arity(arity)
                .required(true)
                .build();
    }

    /** The files in the order given. */
    static List<String> in(ParseResult arguments) {
        return List.of(arguments.matchedPositionalValue(0, new String[0]));
    }
}
