package io.doorward.index;

import io.doorward.index.PrincipalRow.Kind;
import io.doorward.index.persistent.Edit;
import io.doorward.model.PrincipalId;
import io.doorward.model.Token;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The principals of the next version, each with its tokens. They may be put and sent away in any order: one that is put is
 * there afterwards, even if it was sent away from where it was before.
 *
 * <p>A principal is another thing than the one of the same id before it if it is of another kind or bound elsewhere, and a
 * token is another one if it is a principal's that did not have it: both then get a new generation, so that no handle leads
 * from the old one to the new one.
 */
final class PrincipalsDraft {

    private final Family family;
    private final Windows windows = new Windows();
    private final Set<Integer> leaving = new HashSet<>();
    final IdTableDraft<PrincipalRow> table;
    final TokenTableDraft tokens;

    PrincipalsDraft(Rows before, Edit edit) {
        family = before.family;
        table = new IdTableDraft<>(before.principals, edit);
        tokens = before.tokens.draft(edit);
    }

    /** Adds a principal or replaces the one with its id; returns its number. */
    int put(PrincipalId id, boolean suspended, List<Token> secrets, Kind kind, int boundTo, long linkMask) {
        int number = table.numberOf(id.value());
        leaving.remove(number);
        PrincipalRow old = table.at(number);
        PrincipalRow same = old != null && old.is(kind, boundTo) ? old : null;
        PrincipalRow row = new PrincipalRow(
                number,
                same == null ? family.newGeneration() : same.generation,
                id,
                suspended,
                kind,
                boundTo,
                linkMask,
                putTokens(secrets, Holder.of(number, suspended, kind == Kind.LINK), same != null),
                old == null ? Numbers.NONE : old.memberOf,
                old == null ? Numbers.NONE : old.owns);
        if (old != null) {
            removeTokens(old, row.tokens);
        }
        if (old == null || !row.saysTheSameAs(old)) {
            table.put(row);
        }
        return number;
    }

    /** Sends a principal away, unless it has become another one by now. */
    void leave(PrincipalId id, Kind kind) {
        PrincipalRow row = table.find(id.value());
        if (row != null && row.kind == kind) {
            leaving.add(row.number);
        }
    }

    /** Sends an API user away, unless it is one of another workspace by now. */
    void leave(int number, int workspace) {
        PrincipalRow row = table.at(number);
        if (row != null && row.is(Kind.API_USER, workspace)) {
            leaving.add(number);
        }
    }

    /** Removes those who were sent away and did not come again. */
    void removeLeaving() {
        for (int number : leaving) {
            PrincipalRow row = table.at(number);
            if (row != null) {
                removeTokens(row, Numbers.NONE);
                table.remove(row);
            }
        }
    }

    private int[] putTokens(List<Token> secrets, long principal, boolean sameHolder) {
        int[] numbers = new int[secrets.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = putToken(secrets.get(i), principal, sameHolder);
        }
        Arrays.sort(numbers);
        return numbers;
    }

    private int putToken(Token token, long principal, boolean sameHolder) {
        TokenRow known = tokens.find(token.hash());
        TokenRow same = sameHolder && known != null && known.principal() == Holder.principal(principal) ? known : null;
        WindowRow window = windows.of(token.window());
        long holder = Holder.byToken(principal, token.revokedAt() != null, !window.isAlways());
        if (same != null && same.says(token, holder)) {
            return same.number;
        }
        int number = known == null ? tokens.take() : known.number;
        tokens.put(new TokenRow(
                number, same == null ? family.newGeneration() : same.generation, token.hash(), holder, window));
        return number;
    }

    /** Removes the tokens of a principal that are not among those to stay and have not become another principal's. */
    private void removeTokens(PrincipalRow principal, int[] staying) {
        for (int number : principal.tokens) {
            TokenRow token = tokens.at(number);
            if (token != null && token.principal() == principal.number && !Numbers.contains(staying, number)) {
                tokens.remove(token);
            }
        }
    }
}
