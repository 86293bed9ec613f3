package io.doorward.differential;

import io.doorward.decision.Decision;
import io.doorward.decision.Listing;
import io.doorward.model.Policy;
import io.doorward.permission.PermissionSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One policy, asked of the oracle and of a candidate. For one thread at a time. */
public final class Comparison {

    private final Truth truth;
    private final Candidate candidate;

    /** Compiles the policy. */
    public Comparison(Policy policy, Function<Policy, Candidate> candidates) {
        this(new Truth(policy), candidates.apply(policy));
    }

    private Comparison(Truth truth, Candidate candidate) {
        this.truth = truth;
        this.candidate = candidate;
    }

    /** In what the candidate's answer differs from the oracle's, as a sentence. */
    public Optional<String> difference(Probe probe) {
        return difference(candidate, probe, truth.of(probe));
    }

    /** In what the candidate's answer differs from the right one, as a sentence. */
    public static Optional<String> difference(Candidate candidate, Probe probe, Expected expected) {
        try {
            return Optional.ofNullable(compare(candidate, probe, expected));
        } catch (RuntimeException e) {
            return Optional.of("an exception instead of an answer: " + e + " at " + e.getStackTrace()[0]);
        }
    }

    private static @Nullable String compare(Candidate candidate, Probe probe, Expected expected) {
        if (probe instanceof Probe.Decide p) {
            return decisions(candidate.replies(p.question(), p.at()), (Expected.Decided) expected);
        }
        if (probe instanceof Probe.Devices p) {
            return lists(candidate.devices(p.who(), p.action(), p.context(), p.at()), (Expected.Listed) expected);
        }
        if (probe instanceof Probe.Workspaces p) {
            return lists(candidate.workspaces(p.who(), p.action(), p.at()), (Expected.Listed) expected);
        }
        if (probe instanceof Probe.Principals p) {
            return lists(
                    candidate.principals(p.action(), p.scope(), p.resource(), p.context(), p.at()),
                    (Expected.Listed) expected);
        }
        Probe.Rights p = (Probe.Rights) probe;
        return sets(
                candidate.permissions(p.who(), p.scope(), p.resource(), p.context(), p.at()), (Expected.Held) expected);
    }

    private static @Nullable String decisions(List<Candidate.Reply> replies, Expected.Decided expected) {
        for (Candidate.Reply reply : replies) {
            String difference = differ("allowed", expected.answer().allowed(), reply.allowed());
            if (difference == null && reply.decision() != null) {
                difference = decision(reply.decision(), expected);
            }
            if (difference != null) {
                return reply.entrance() + ": " + difference;
            }
        }
        return null;
    }

    private static @Nullable String decision(Decision actual, Expected.Decided expected) {
        return first(
                differ("the reason", expected.answer().reason(), actual.reason()),
                differ("missing", expected.answer().missing(), actual.missing()),
                differ("for the client", expected.answer().forClient(), actual.forClient()),
                differ("holds until", expected.holdsUntil(), actual.holdsUntil()),
                differ("the revision", expected.revision(), actual.revision()));
    }

    private static @Nullable String lists(List<? extends Listing<?>> listings, Expected.Listed expected) {
        for (Listing<?> actual : listings) {
            List<String> items = actual.items().stream().map(Object::toString).toList();
            String difference = first(
                    differ("the list", expected.items(), items),
                    differ("empty because", expected.emptyBecause(), actual.emptyBecause()));
            if (difference != null) {
                return difference;
            }
        }
        return null;
    }

    private static @Nullable String sets(List<PermissionSet> sets, Expected.Held expected) {
        for (PermissionSet actual : sets) {
            String difference = differ("the permissions", expected.permissions(), actual);
            if (difference != null) {
                return difference;
            }
        }
        return null;
    }

    private static @Nullable String first(@Nullable String... differences) {
        for (String difference : differences) {
            if (difference != null) {
                return difference;
            }
        }
        return null;
    }

    private static @Nullable String differ(String what, Object expected, Object actual) {
        return expected.equals(actual) ? null : what + " should be " + expected + " and is " + actual;
    }
}
