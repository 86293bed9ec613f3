package io.doorward.model;

import io.doorward.token.TokenHash;
import java.util.HashSet;
import java.util.Set;

/** Sees to it that a hash stands for one thing only, token or code, in the whole policy. */
final class TokenHashes {

    private final Problems problems;
    private final Set<TokenHash> seen = new HashSet<>();

    TokenHashes(Problems problems) {
        this.problems = problems;
    }

    void claim(TokenHash hash, RowBuilder<?> row) {
        if (!seen.add(hash)) {
            problems.add(
                    row,
                    "The " + row.whatAndWhere()
                            + " has a hash that another token or code of the policy has already; every secret stands for one thing only, make a new one");
        }
    }
}
