package io.doorward.differential;

import io.doorward.decision.Decision;
import io.doorward.decision.Listing;
import io.doorward.decision.Question;
import io.doorward.decision.Reason;
import io.doorward.model.Policy;
import io.doorward.oracle.Answer;
import io.doorward.oracle.Oracle;
import io.doorward.oracle.OracleLists;
import io.doorward.oracle.OracleTimes;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One policy, asked of the oracle and of a candidate. For one thread at a time. */
final class Comparison {

    private final Policy policy;
    private final Oracle oracle;
    private final OracleLists lists;
    private final OracleTimes times;
    private final Candidate candidate;
    private final Map<Question, OracleTimes.Timeline> timelines = new HashMap<>();

    /**
     * Compiles the policy.
     *
     * @param candidates makes the candidate of a policy
     */
    Comparison(Policy policy, Function<Policy, Candidate> candidates) {
        this.policy = policy;
        oracle = new Oracle(policy);
        lists = new OracleLists(oracle);
        times = new OracleTimes(oracle);
        candidate = candidates.apply(policy);
    }

    Oracle oracle() {
        return oracle;
    }

    OracleLists lists() {
        return lists;
    }

    OracleTimes times() {
        return times;
    }

    /** In what the candidate's answer differs from the oracle's, as a sentence. */
    Optional<String> difference(Probe probe) {
        try {
            String difference = compare(probe);
            return difference == null ? Optional.empty() : Optional.of(difference);
        } catch (RuntimeException e) {
            return Optional.of("an exception instead of an answer: " + e + " at " + e.getStackTrace()[0]);
        }
    }

    private @Nullable String compare(Probe probe) {
        if (probe instanceof Probe.Decide decide) {
            return compare(decide);
        }
        if (probe instanceof Probe.Devices p) {
            return compare(
                    candidate.devices(p.who(), p.action(), p.context(), p.at()),
                    lists.devices(p.who(), p.action(), p.context(), p.at()),
                    lists.noDevices(p.who(), p.action(), p.context(), p.at()));
        }
        if (probe instanceof Probe.Workspaces p) {
            return compare(
                    candidate.workspaces(p.who(), p.action(), p.at()),
                    lists.workspaces(p.who(), p.action(), p.at()),
                    lists.noWorkspaces(p.who(), p.action(), p.at()));
        }
        if (probe instanceof Probe.Principals p) {
            return compare(
                    candidate.principals(p.action(), p.scope(), p.resource(), p.context(), p.at()),
                    lists.principals(p.action(), p.scope(), p.resource(), p.context(), p.at()),
                    lists.noPrincipals(p.action(), p.scope(), p.resource(), p.context()));
        }
        Probe.Rights p = (Probe.Rights) probe;
        return differ(
                "the permissions",
                lists.permissions(p.who(), p.scope(), p.resource(), p.context(), p.at()),
                candidate.permissions(p.who(), p.scope(), p.resource(), p.context(), p.at()));
    }

    private @Nullable String compare(Probe.Decide probe) {
        OracleTimes.Timeline timeline =
                timelines.computeIfAbsent(probe.question(), question -> times.new Timeline(question));
        Answer expected = timeline.at(probe.at());
        Optional<Instant> holdsUntil = timeline.holdsUntil(probe.at());
        for (Candidate.Reply reply : candidate.replies(probe.question(), probe.at())) {
            String difference = compare(reply, expected, holdsUntil);
            if (difference != null) {
                return reply.entrance() + ": " + difference;
            }
        }
        return null;
    }

    private @Nullable String compare(Candidate.Reply reply, Answer expected, Optional<Instant> holdsUntil) {
        String difference = differ("allowed", expected.allowed(), reply.allowed());
        Decision decision = reply.decision();
        if (difference != null || decision == null) {
            return difference;
        }
        difference = differ("the reason", expected.reason(), decision.reason());
        difference = difference != null ? difference : differ("missing", expected.missing(), decision.missing());
        difference =
                difference != null ? difference : differ("for the client", expected.forClient(), decision.forClient());
        difference = difference != null ? difference : differ("holds until", holdsUntil, decision.holdsUntil());
        return difference != null ? difference : differ("the revision", policy.revision(), decision.revision());
    }

    private static @Nullable String compare(Listing<?> actual, List<String> expected, @Nullable Reason emptyBecause) {
        List<String> items = actual.items().stream().map(Object::toString).toList();
        String difference = differ("the list", expected, items);
        return difference != null
                ? difference
                : differ("empty because", Optional.ofNullable(emptyBecause), actual.emptyBecause());
    }

    private static @Nullable String differ(String what, Object expected, Object actual) {
        return expected.equals(actual) ? null : what + " should be " + expected + " and is " + actual;
    }
}
