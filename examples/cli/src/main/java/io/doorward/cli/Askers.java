package io.doorward.cli;

import io.doorward.decision.Question;
import picocli.CommandLine.ParseResult;

/** Who asks, by one of two options. Stateless. */
final class Askers {

    /** Stands for a token that is on standard input, where no list of processes shows it. */
    private static final String STANDARD_INPUT = "-";

    private Askers() {}

    /**
     * The one who asks.
     *
     * @throws Refusal if it is nobody or two, or if a token cannot be read
     */
    static Question.Asker in(ParseResult arguments, Console console) {
        String token = Option.TOKEN.in(arguments);
        String principal = Option.PRINCIPAL.in(arguments);
        if (token != null && principal != null) {
            throw new Refusal("Only one can ask: give either --token or --principal.");
        }
        if (token != null) {
            return Question.ofToken(token.equals(STANDARD_INPUT) ? FirstLine.of(console.in()) : token);
        }
        if (principal != null) {
            return Question.ofPrincipal(principal);
        }
        throw new Refusal("Say who asks, with --token TOKEN or --principal ID.");
    }
}
