package io.doorward.evaluator;

import static java.util.Objects.requireNonNull;

import io.doorward.decision.Decision;
import io.doorward.decision.Listing;
import io.doorward.decision.Question;
import io.doorward.explain.Explanation;
import io.doorward.index.Asker;
import io.doorward.index.Index;
import io.doorward.index.SystemTime;
import io.doorward.model.DeviceId;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.ResourceId;
import io.doorward.model.Revision;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.Action;
import io.doorward.permission.Catalogue;
import io.doorward.permission.PermissionSet;
import io.doorward.permission.Scope;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * Answers who may do what, by a policy.
 *
 * <pre>{@code
 * Evaluator evaluator = Evaluator.of(policy);
 * evaluator.allows(token, Actions.DEVICE_RECORD_MEASUREMENTS, deviceId);   // boolean
 * evaluator.check(token, Actions.DEVICE_EDIT, deviceId);                   // Decision, with its reason
 * }</pre>
 *
 * <p><b>Threads.</b> Thread-safe; reading takes no lock.
 *
 * <p><b>Cost.</b> A check is a few look-ups in hash tables, whatever the size of the policy; {@link #allows(String, Action,
 * String)} allocates nothing. Lists walk the devices or members of the workspaces concerned.
 *
 * <p><b>Nulls and errors.</b> No argument may be null, which is a {@link NullPointerException}. Nothing that a request can
 * carry is an error: unknown, over-long or ill-formed tokens, ids and action names are denials with a reason.
 *
 * <p><b>Security guarantees.</b> Whatever is not granted is denied. No secret is kept, logged or printed; tokens are
 * compared as SHA-256 digests. All answers, single or listed, come from the same rules. <i>Not</i> promised: that two
 * denials take the same time; and {@link Decision#reason()} is for the host, not for its clients, see {@link
 * Decision#forClient()}.
 *
 * <p><b>Time.</b> Questions are asked of now, by the evaluator's clock, or of another instant by {@link #at}.
 */
public final class Evaluator {

    private final Index index;
    private final InstantSource clock;

    private Evaluator(Index index, InstantSource clock) {
        this.index = index;
        this.clock = clock;
    }

    /** An evaluator of this policy that goes by the system's clock. O(n log n) in the size of the policy. */
    public static Evaluator of(Policy policy) {
        return of(policy, SystemTime.CLOCK);
    }

    /**
     * An evaluator of this policy that goes by the given clock, which is read by several threads. A clock of the host's own
     * makes an {@link Instant} at each reading; only what has a window needs one.
     */
    public static Evaluator of(Policy policy, InstantSource clock) {
        return new Evaluator(Index.of(policy), SystemTime.orOther(requireNonNull(clock, "clock")));
    }

    /** The same policy, asked at one instant, past or to come. O(1). */
    public Evaluator at(Instant instant) {
        return new Evaluator(index, InstantSource.fixed(instant));
    }

    /** The revision that the answers are of. */
    public Revision revision() {
        return index.revision();
    }

    /** The permissions and actions of the policy. */
    public Catalogue catalogue() {
        return index.catalogue();
    }

    // The hot entrances: what a request carries.

    /**
     * Whether the holder of a token may do something on a device. Allocates nothing.
     *
     * @param token the secret in clear
     * @param action one of the catalogue's, or {@link Action#named}
     * @param device the id of a device
     */
    public boolean allows(String token, Action action, String device) {
        return index.allows(token, action, device, clock);
    }

    /** Whether the holder of a token may do something on a device, and why. */
    public Decision check(String token, Action action, String device) {
        return index.check(index.askerByToken(token), action, Scope.DEVICE, device, null, clock);
    }

    // Whoever has authenticated already.

    /** Finds whoever holds a token, for many questions. An unknown token gives a subject too, to whom all is denied. */
    public Subject subject(String token) {
        return new Subject(index.askerByToken(token));
    }

    /** Finds a principal, for a host that has authenticated it by itself. An unknown one is denied everything. */
    public Subject subject(PrincipalId principal) {
        return new Subject(index.askerByPrincipal(principal.value()));
    }

    /** Whether a subject may do something on a device, a workspace or an organization. */
    public boolean allows(Subject subject, Action action, ResourceId resource) {
        return index.allows(subject.asker(), action, scope(resource), resource.value(), null, clock);
    }

    /** Whether a subject may do something on a device by its rights through one workspace alone. */
    public boolean allows(Subject subject, Action action, DeviceId device, WorkspaceId context) {
        return index.allows(subject.asker(), action, Scope.DEVICE, device.value(), context.value(), clock);
    }

    /** Whether a subject may do something on a device, a workspace or an organization, and why. */
    public Decision check(Subject subject, Action action, ResourceId resource) {
        return index.check(subject.asker(), action, scope(resource), resource.value(), null, clock);
    }

    /** Whether a subject may do something on a device by its rights through one workspace alone, and why. */
    public Decision check(Subject subject, Action action, DeviceId device, WorkspaceId context) {
        return index.check(subject.asker(), action, Scope.DEVICE, device.value(), context.value(), clock);
    }

    // Questions as plain text.

    /** Whether the answer to a question is yes. */
    public boolean allows(Question question) {
        return index.allows(
                asker(question),
                Action.named(question.action()),
                question.scope(),
                question.resource(),
                question.context(),
                clock);
    }

    /** The answer to a question, and why. */
    public Decision check(Question question) {
        return index.check(
                asker(question),
                Action.named(question.action()),
                question.scope(),
                question.resource(),
                question.context(),
                clock);
    }

    /** The answer to a question with its whole derivation, for people. */
    public Explanation explain(Question question) {
        return index.explain(
                asker(question),
                Action.named(question.action()),
                question.scope(),
                question.resource(),
                question.context(),
                clock.instant());
    }

    // All that qualify.

    /** The devices on which a subject may do something, in all workspaces. */
    public Listing<DeviceId> devices(Subject subject, Action action) {
        return index.devices(subject.asker(), action, null, clock.instant());
    }

    /** The devices on which a subject may do something by its rights through one workspace. */
    public Listing<DeviceId> devices(Subject subject, Action action, WorkspaceId context) {
        return index.devices(subject.asker(), action, context.value(), clock.instant());
    }

    /** The workspaces in which a subject may do something. */
    public Listing<WorkspaceId> workspaces(Subject subject, Action action) {
        return index.workspaces(subject.asker(), action, clock.instant());
    }

    /** The principals of all kinds who may do something on a device, a workspace or an organization. */
    public Listing<PrincipalId> principals(Action action, ResourceId resource) {
        return index.principals(action, scope(resource), resource.value(), null, clock.instant());
    }

    /** The principals of all kinds who may do something on a device by their rights through one workspace. */
    public Listing<PrincipalId> principals(Action action, DeviceId device, WorkspaceId context) {
        return index.principals(action, Scope.DEVICE, device.value(), context.value(), clock.instant());
    }

    /**
     * The permissions of a subject on a device, in a workspace or in an organization, closed; empty on what is unknown or
     * suspended. On a device it is the union over all workspaces, for display: it decides nothing.
     */
    public PermissionSet permissions(Subject subject, ResourceId resource) {
        return index.permissions(subject.asker(), scope(resource), resource.value(), null, clock.instant());
    }

    /** The permissions of a subject on a device through one workspace, closed and under the claim's ceiling. */
    public PermissionSet permissions(Subject subject, DeviceId device, WorkspaceId context) {
        return index.permissions(subject.asker(), Scope.DEVICE, device.value(), context.value(), clock.instant());
    }

    // The same as plain text: whatever is no id is an unknown one.

    /** The devices on which somebody may do something, in all workspaces. */
    public Listing<DeviceId> devices(Question.Deed deed) {
        return index.devices(asker(deed.asker()), Action.named(deed.action()), null, clock.instant());
    }

    /** The devices on which somebody may do something by the rights through one workspace. */
    public Listing<DeviceId> devices(Question.Deed deed, String context) {
        return index.devices(
                asker(deed.asker()), Action.named(deed.action()), requireNonNull(context, "context"), clock.instant());
    }

    /** The workspaces in which somebody may do something. */
    public Listing<WorkspaceId> workspaces(Question.Deed deed) {
        return index.workspaces(asker(deed.asker()), Action.named(deed.action()), clock.instant());
    }

    /**
     * The principals of all kinds who may do something on one thing.
     *
     * @param context for a device the workspace through which alone rights count, or null
     */
    public Listing<PrincipalId> principals(String action, Scope scope, String resource, @Nullable String context) {
        return index.principals(Action.named(action), scope, resource, context, clock.instant());
    }

    /**
     * The permissions of somebody on one thing, closed; empty on what is unknown or suspended.
     *
     * @param context for a device the workspace through which alone rights count; null for the union over all, which
     *     decides nothing
     */
    public PermissionSet permissions(Question.Asker who, Scope scope, String resource, @Nullable String context) {
        return index.permissions(asker(who), scope, resource, context, clock.instant());
    }

    private Asker asker(Question question) {
        return question.isByToken() ? index.askerByToken(question.asker()) : index.askerByPrincipal(question.asker());
    }

    private Asker asker(Question.Asker who) {
        return who.isByToken() ? index.askerByToken(who.text()) : index.askerByPrincipal(who.text());
    }

    private static Scope scope(ResourceId resource) {
        if (resource instanceof DeviceId) {
            return Scope.DEVICE;
        }
        return resource instanceof WorkspaceId ? Scope.WORKSPACE : Scope.ORGANIZATION;
    }
}
