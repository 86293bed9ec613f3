package io.doorward.index;

import io.doorward.decision.Reason;
import io.doorward.permission.Action;
import io.doorward.permission.Scope;
import java.time.Instant;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One question with its texts looked up in one index: gives the verdict at any instant, and the instants at which it may
 * change. The steps stand in the order in which domain §5 names the reasons.
 */
abstract class Inquiry {

    final Index index;
    final Asker asker;
    final @Nullable Action action;

    Inquiry(Index index, Asker asker, @Nullable Action action) {
        this.index = index;
        this.asker = asker;
        this.action = action;
    }

    static Inquiry of(Index index, Asker asker, Action action, Scope scope, String resource, @Nullable String context) {
        Action known = index.action(action, scope);
        return switch (scope) {
            case DEVICE -> new DeviceInquiry(index, asker, known, resource, context);
            case WORKSPACE -> new WorkspaceInquiry(index, asker, known, resource);
            case ORGANIZATION -> new OrganizationInquiry(index, asker, known, resource);
        };
    }

    final Verdict at(Instant instant) {
        long second = instant.getEpochSecond();
        int nano = instant.getNano();
        Reason standing = asker.standing(second, nano);
        PrincipalRow principal = asker.principal;
        if (standing != Reason.ALLOWED || principal == null) {
            return Verdict.unauthenticated(standing);
        }
        Action known = action;
        return known == null
                ? Verdict.of(Reason.UNKNOWN_ACTION, List.of(), mayKnow(principal, second, nano))
                : at(principal, known, second, nano);
    }

    /** The instants behind the given one at which the verdict may be another. */
    final NavigableSet<Instant> boundariesAfter(Instant instant) {
        NavigableSet<Instant> boundaries = new TreeSet<>();
        if (asker.token != null) {
            asker.token.window.forEachBoundary(boundaries::add);
        }
        if (asker.principal != null) {
            forEachWindow(asker.principal, window -> window.forEachBoundary(boundaries::add));
        }
        return boundaries.tailSet(instant, false);
    }

    /** The verdict for a principal in good standing and an action of the right scope. */
    abstract Verdict at(PrincipalRow principal, Action known, long second, int nano);

    /** Whether the principal may hear that the thing exists. */
    abstract boolean mayKnow(PrincipalRow principal, long second, int nano);

    /** Names the windows on which the verdict depends, beside that of the token. */
    abstract void forEachWindow(PrincipalRow principal, Consumer<WindowRow> windows);

    /** Names, in words, what is suspended among the things asked about. */
    abstract void forEachSuspended(Consumer<String> words);
}
