package io.doorward.model;

import com.google.common.collect.ImmutableList;
import io.doorward.token.TokenHash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The tokens of a principal in the making, and whether it is suspended. */
final class PrincipalDraft {

    private final RowBuilder<?> row;
    private final List<TokenBuilder> tokens = new ArrayList<>(1);
    boolean suspended;

    @Nullable
    String name;

    PrincipalDraft(RowBuilder<?> row) {
        this.row = row;
    }

    void token(TokenHash hash, Consumer<TokenBuilder> details) {
        TokenBuilder token = new TokenBuilder(row, hash);
        details.accept(token);
        tokens.add(token);
    }

    List<Token> tokens(Problems problems, TokenHashes hashes) {
        Labels.check(row, "name", name, problems);
        return tokens.stream()
                .map(token -> token.build(problems, hashes))
                .sorted(Comparator.comparing(Token::hash))
                .collect(ImmutableList.toImmutableList());
    }
}
