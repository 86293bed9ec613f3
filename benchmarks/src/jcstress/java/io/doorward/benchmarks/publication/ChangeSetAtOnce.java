package io.doorward.benchmarks.publication;

import io.doorward.change.Change;
import io.doorward.change.ChangeSet;
import io.doorward.change.GrantChange.GrantDevice;
import io.doorward.change.GrantChange.RevokeDevice;
import io.doorward.change.Holder;
import io.doorward.evaluator.Evaluator;
import io.doorward.evaluator.Subject;
import io.doorward.model.DeviceId;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.Window;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.Actions;
import io.doorward.permission.DevicePermissions;
import io.doorward.store.InMemoryPolicyStore;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Description;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.I_Result;

/** A set of two grants comes and goes while somebody lists the devices. */
@JCStressTest
@Description("A reader sees both grants of a change set or none.")
@Outcome(id = "0", expect = Expect.ACCEPTABLE, desc = "None.")
@Outcome(id = "2", expect = Expect.ACCEPTABLE, desc = "Both.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A part of a change set, or nothing that ever was.")
@State
public class ChangeSetAtOnce {

    private static final WorkspaceId PLANT = new WorkspaceId("plant");
    private static final Holder READER = Holder.member("reader");
    private static final DeviceId ONE = new DeviceId("one");
    private static final DeviceId OTHER = new DeviceId("other");

    private static final InMemoryPolicyStore STORE = InMemoryPolicyStore.of(Policy.builder()
            .workspace("plant", plant -> plant.device("one").device("other").apiUser("reader"))
            .build());
    private static final Evaluator EVALUATOR = Evaluator.follow(STORE);
    private static final Subject SUBJECT = EVALUATOR.subject(new PrincipalId("reader"));

    private static final ChangeSet GIVE = ChangeSet.of(List.of(grant(ONE), grant(OTHER)));
    private static final ChangeSet TAKE =
            ChangeSet.of(List.of(new RevokeDevice(PLANT, READER, ONE), new RevokeDevice(PLANT, READER, OTHER)));
    private static final AtomicInteger CHANGES = new AtomicInteger();

    private static Change grant(DeviceId device) {
        return new GrantDevice(PLANT, READER, device, List.of(DevicePermissions.VIEW), Window.ALWAYS);
    }

    /** One writer at a time, so that giving and taking go by turns. */
    @Actor
    public void write() {
        STORE.apply(CHANGES.getAndIncrement() % 2 == 0 ? GIVE : TAKE);
    }

    /** Lists in one look what the grants are about. */
    @Actor
    public void read(I_Result result) {
        result.r1 = EVALUATOR.devices(SUBJECT, Actions.DEVICE_VIEW).items().size();
    }
}
