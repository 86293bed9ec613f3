package io.doorward.cli;

import io.doorward.token.TokenSecret;
import java.util.List;
import picocli.CommandLine.ParseResult;

/** Makes a token: the only command that prints a secret, one that nobody had before. */
final class TokenCommand implements Command {

    @Override
    public List<Option> options() {
        return List.of(Option.JSON);
    }

    @Override
    public int run(ParseResult arguments, Console console) {
        TokenSecret secret = TokenSecret.generate();
        String sha256 = secret.hash().hex();
        if (Option.JSON.isIn(arguments)) {
            JsonAnswer.print(console.out(), json -> {
                json.writeStringField("token", secret.reveal());
                json.writeStringField("sha256", sha256);
            });
        } else {
            console.out().println(secret.reveal());
            console.out().println(sha256);
        }
        return OK;
    }
}
