package io.doorward.differential;

import io.doorward.decision.Question;
import io.doorward.decision.Reason;
import io.doorward.model.Policy;
import io.doorward.oracle.Oracle;
import io.doorward.oracle.OracleLists;
import io.doorward.oracle.OracleTimes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the oracle says of one policy. For one thread at a time. */
public final class Truth {

    private final Policy policy;
    private final Oracle oracle;
    private final OracleLists lists;
    private final OracleTimes times;
    private final Map<Question, OracleTimes.Timeline> timelines = new HashMap<>();

    public Truth(Policy policy) {
        this.policy = policy;
        oracle = new Oracle(policy);
        lists = new OracleLists(oracle);
        times = new OracleTimes(oracle);
    }

    public Oracle oracle() {
        return oracle;
    }

    public OracleTimes times() {
        return times;
    }

    /** The right answer. */
    public Expected of(Probe probe) {
        if (probe instanceof Probe.Decide p) {
            OracleTimes.Timeline timeline =
                    timelines.computeIfAbsent(p.question(), question -> times.new Timeline(question));
            return new Expected.Decided(timeline.at(p.at()), timeline.holdsUntil(p.at()), policy.revision());
        }
        if (probe instanceof Probe.Devices p) {
            return listed(
                    lists.devices(p.who(), p.action(), p.context(), p.at()),
                    lists.noDevices(p.who(), p.action(), p.context(), p.at()));
        }
        if (probe instanceof Probe.Workspaces p) {
            return listed(
                    lists.workspaces(p.who(), p.action(), p.at()), lists.noWorkspaces(p.who(), p.action(), p.at()));
        }
        if (probe instanceof Probe.Principals p) {
            return listed(
                    lists.principals(p.action(), p.scope(), p.resource(), p.context(), p.at()),
                    lists.noPrincipals(p.action(), p.scope(), p.resource(), p.context()));
        }
        Probe.Rights p = (Probe.Rights) probe;
        return new Expected.Held(lists.permissions(p.who(), p.scope(), p.resource(), p.context(), p.at()));
    }

    private static Expected listed(List<String> items, @Nullable Reason emptyBecause) {
        return new Expected.Listed(items, Optional.ofNullable(emptyBecause));
    }
}
