package io.doorward.evaluator;

import static java.util.Objects.requireNonNull;

import io.doorward.decision.ClientReason;
import io.doorward.decision.Decision;
import io.doorward.decision.Listing;
import io.doorward.decision.Page;
import io.doorward.decision.Question;
import io.doorward.decision.Reason;
import io.doorward.explain.Explanation;
import io.doorward.follow.Following;
import io.doorward.follow.Published;
import io.doorward.index.Asker;
import io.doorward.index.DeviceBatch;
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
import io.doorward.store.PolicySource;
import io.doorward.store.StoreException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Answers who may do what, by a policy or by a source that keeps one.
 *
 * <pre>{@code
 * Evaluator evaluator = Evaluator.of(policy);                              // or Evaluator.follow(store)
 * evaluator.allows(token, Actions.DEVICE_RECORD_MEASUREMENTS, deviceId);   // boolean
 * evaluator.check(token, Actions.DEVICE_EDIT, deviceId);                   // Decision, with its reason
 * }</pre>
 *
 * <p><b>Threads.</b> Thread-safe; reading takes no lock.
 *
 * <p><b>Cost.</b> A check is a few look-ups in hash tables, whatever the size of the policy; {@link #allows(String, Action,
 * String)} allocates nothing. Lists walk the devices or members of the workspaces concerned, in
 * the order of their ids, and make an id for each that qualifies, or nothing ({@link #deviceCursor}); a page costs what it
 * has, wherever in the list it is.
 *
 * <p><b>Nulls and errors.</b> No argument may be null, which is a {@link NullPointerException}. Nothing that a request can
 * carry is an error: unknown, over-long or ill-formed tokens, ids and action names are denials with a reason.
 *
 * <p><b>Security guarantees.</b> Whatever is not granted is denied. No secret is kept, logged or printed; tokens are
 * compared as SHA-256 digests. All answers, single or listed, come from the same rules. <i>Not</i> promised: that two
 * denials take the same time; and {@link Decision#reason()} is for the host, not for its clients, see {@link
 * Decision#forClient()}.
 *
 * <p><b>Time.</b> Questions are asked of now, by the evaluator's clock, or of another instant by {@link #at}. An evaluator's
 * now never goes back: where its clock does, it stands still until that clock has caught up.
 *
 * <p><b>Change.</b> An evaluator of a policy never changes. One that follows a source goes from revision to revision by
 * itself; each answer is of one revision, and a reader never waits for a change. Where it is not certain any more that it has
 * the newest revision, it says for how long by {@link #staleness()}, and past a limit it denies everything with {@link
 * Reason#STALE}: {@code check}, {@code explain} and lists at once, {@code allows} up to a second later. It is to be
 * {@linkplain #close() closed} when it is not needed any more; one that follows nothing need not be.
 */
public final class Evaluator implements AutoCloseable {

    private final Published published;
    private final InstantSource clock;
    private final @Nullable Following following;
    private final boolean isView;
    private final @Nullable TokenUses uses;

    private Evaluator(
            Published published,
            InstantSource clock,
            @Nullable Following following,
            boolean isView,
            @Nullable TokenUses uses) {
        this.published = published;
        this.clock = clock;
        this.following = following;
        this.isView = isView;
        this.uses = uses;
    }

    /** An evaluator of this policy that goes by the system's clock. O(n log n) in the size of the policy. */
    public static Evaluator of(Policy policy) {
        return of(policy, InstantSource.system());
    }

    /**
     * An evaluator of this policy that goes by the given clock, which is read by several threads. A clock of the host's own
     * makes an {@link Instant} at each reading; only what has a window needs one.
     */
    public static Evaluator of(Policy policy, InstantSource clock) {
        return new Evaluator(
                Published.forEver(Index.of(policy)),
                SystemTime.steady(requireNonNull(clock, "clock")),
                null,
                false,
                null);
    }

    /**
     * An evaluator that keeps up with a source, by the system's clock and with the {@linkplain FollowOptions#defaults()
     * default} limit of staleness. Returns once the policy is loaded.
     *
     * @throws StoreException if the source cannot be read
     */
    public static Evaluator follow(PolicySource source) {
        return follow(source, FollowOptions.defaults());
    }

    /**
     * An evaluator that keeps up with a source. Returns once the policy is loaded.
     *
     * @throws StoreException if the source cannot be read
     */
    public static Evaluator follow(PolicySource source, FollowOptions options) {
        Following following = Following.start(requireNonNull(source, "source"), options.maxStaleness());
        return new Evaluator(following.published(), SystemTime.steady(options.clock()), following, false, null);
    }

    /**
     * The same policy, asked at one instant, past or to come. The view of an evaluator that follows a source follows it too,
     * until that one is closed. O(1).
     */
    public Evaluator at(Instant instant) {
        return new Evaluator(published, InstantSource.fixed(instant), following, true, null);
    }

    /**
     * A view of this evaluator that tells of every question asked with a live token, whatever the answer: to keep when a token
     * was last used. Questions cost more there, {@code allows} as much as {@code check}; the evaluator itself stays as it is.
     *
     * @param listener called on the thread that asks, so it must be quick; what it throws is logged once and changes no answer
     */
    public Evaluator onTokenUse(TokenUseListener listener) {
        return new Evaluator(published, clock, following, true, new TokenUses(listener));
    }

    /** The revision that the answers are of. */
    public Revision revision() {
        return published.index().revision();
    }

    /** The permissions and actions of the policy. */
    public Catalogue catalogue() {
        return published.index().catalogue();
    }

    // Keeping up with a source.

    /**
     * Waits until answers are of this revision, or of a later one: so a node reads what it, or another, has written.
     *
     * @param timeout how long to wait at most; zero or less to look only
     * @return whether they are; false if the time is over before
     * @throws StoreException if the revision was lost, because the source was restored or failed over to a copy without it;
     *     or if the evaluator was closed
     */
    public boolean await(Revision revision, Duration timeout) throws InterruptedException {
        requireNonNull(revision, "revision");
        requireNonNull(timeout, "timeout");
        if (following != null) {
            return following.await(revision, timeout);
        }
        Revision current = revision();
        return current.lineage().equals(revision.lineage()) && current.number() >= revision.number();
    }

    /** For how long it has not been certain that answers are of the newest revision; zero while it is. */
    public Duration staleness() {
        return following == null ? Duration.ZERO : following.staleness();
    }

    /** Whether everything is denied because the newest revision has not been certain for too long. */
    public boolean isStale() {
        return published.isStaleNow();
    }

    /**
     * Follows its source no more, and denies everything from then on. Does nothing if it follows none, or is the view of
     * another one that {@link #at} gave.
     */
    @Override
    public void close() {
        if (following != null && !isView) {
            following.close();
        }
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
        if (uses != null) {
            return check(token, action, device).allowed();
        }
        return published.index().allows(token, action, device, clock) && !published.isStale();
    }

    /** Whether the holder of a token may do something on a device, and why. */
    public Decision check(String token, Action action, String device) {
        return check(published.index().askerByToken(token), action, Scope.DEVICE, device, null);
    }

    // Whoever has authenticated already.

    /** Finds whoever holds a token, for many questions. An unknown token gives a subject too, to whom all is denied. */
    public Subject subject(String token) {
        return new Subject(published.index().askerByToken(token));
    }

    /** Finds a principal, for a host that has authenticated it by itself. An unknown one is denied everything. */
    public Subject subject(PrincipalId principal) {
        return new Subject(published.index().askerByPrincipal(principal.value()));
    }

    /** Finds a device, for many questions about it. An unknown one gives a handle too, on which all is denied. */
    public DeviceHandle device(DeviceId device) {
        return new DeviceHandle(device, published.index().knownDevice(device.value()));
    }

    /** Whether a subject may do something on a device: the fastest way to ask. Allocates nothing. */
    public boolean allows(Subject subject, Action action, DeviceHandle device) {
        if (uses != null) {
            return check(subject, action, device).allowed();
        }
        return published.index().allows(subject.asker(), action, device.device(), clock) && !published.isStale();
    }

    /**
     * On which of many devices a subject may do something, all asked at one instant: what depends on the subject and the
     * action alone is looked up once, so that a device costs a fraction of what {@link #allows(Subject, Action,
     * DeviceHandle)} does. Quickest where devices of one workspace follow on each other. Allocates the answer, and a little
     * for each workspace.
     *
     * @return the places in the list of those on which it may
     */
    public BitSet allowed(Subject subject, Action action, List<DeviceHandle> devices) {
        BitSet allowed = uses == null ? allowedAtOnce(subject, action, devices) : checked(subject, action, devices);
        if (published.isStaleNow()) {
            allowed.clear();
        }
        return allowed;
    }

    private BitSet allowedAtOnce(Subject subject, Action action, List<DeviceHandle> devices) {
        DeviceBatch batch = published.index().batch(subject.asker(), action, clock.instant(), devices.size());
        long[] words = new long[devices.size() / Long.SIZE + 1];
        int place = 0;
        for (DeviceHandle device : devices) {
            words[place / Long.SIZE] |= batch.allows(device.device()) ? 1L << place : 0;
            place++;
        }
        return BitSet.valueOf(words);
    }

    private BitSet checked(Subject subject, Action action, List<DeviceHandle> devices) {
        BitSet allowed = new BitSet(devices.size());
        int place = 0;
        for (DeviceHandle device : devices) {
            allowed.set(place, check(subject, action, device).allowed());
            place++;
        }
        return allowed;
    }

    /** Whether a subject may do something on a device, and why. */
    public Decision check(Subject subject, Action action, DeviceHandle device) {
        return told(subject.asker(), published.index().check(subject.asker(), action, device.device(), clock));
    }

    /** Whether a subject may do something on a device, a workspace or an organization. */
    public boolean allows(Subject subject, Action action, ResourceId resource) {
        return allows(subject.asker(), action, scope(resource), resource.value(), null);
    }

    /** Whether a subject may do something on a device by its rights through one workspace alone. */
    public boolean allows(Subject subject, Action action, DeviceId device, WorkspaceId context) {
        return allows(subject.asker(), action, Scope.DEVICE, device.value(), context.value());
    }

    /** Whether a subject may do something on a device, a workspace or an organization, and why. */
    public Decision check(Subject subject, Action action, ResourceId resource) {
        return check(subject.asker(), action, scope(resource), resource.value(), null);
    }

    /** Whether a subject may do something on a device by its rights through one workspace alone, and why. */
    public Decision check(Subject subject, Action action, DeviceId device, WorkspaceId context) {
        return check(subject.asker(), action, Scope.DEVICE, device.value(), context.value());
    }

    // Questions as plain text.

    /** Whether the answer to a question is yes. */
    public boolean allows(Question question) {
        return allows(
                asker(question),
                Action.named(question.action()),
                question.scope(),
                question.resource(),
                question.context());
    }

    /** The answer to a question, and why. */
    public Decision check(Question question) {
        return check(
                asker(question),
                Action.named(question.action()),
                question.scope(),
                question.resource(),
                question.context());
    }

    /** The answer to a question with its whole derivation, for people. */
    public Explanation explain(Question question) {
        return fresh(published
                .index()
                .explain(
                        asker(question),
                        Action.named(question.action()),
                        question.scope(),
                        question.resource(),
                        question.context(),
                        clock.instant()));
    }

    // All that qualify.

    /** The devices on which a subject may do something, in all workspaces. */
    public Listing<DeviceId> devices(Subject subject, Action action) {
        return fresh(published.index().devices(subject.asker(), action, null, clock.instant()));
    }

    /** The devices on which a subject may do something by its rights through one workspace. */
    public Listing<DeviceId> devices(Subject subject, Action action, WorkspaceId context) {
        return fresh(published.index().devices(subject.asker(), action, context.value(), clock.instant()));
    }

    /**
     * A page of the devices on which a subject may do something, in all workspaces. The hundredth page costs what the first
     * one does.
     *
     * @param after the last id of the page before, see {@link Page#next}; it need not be in the list, nor known at all. Null
     *     for the first page
     * @param limit how many devices a page has, at least 1
     */
    public Page<DeviceId> devices(Subject subject, Action action, @Nullable DeviceId after, int limit) {
        return page(subject, action, null, after, limit);
    }

    /**
     * A page of the devices on which a subject may do something by its rights through one workspace; see {@link
     * #devices(Subject, Action, DeviceId, int)}.
     */
    public Page<DeviceId> devices(
            Subject subject, Action action, WorkspaceId context, @Nullable DeviceId after, int limit) {
        return page(subject, action, context.value(), after, limit);
    }

    private Page<DeviceId> page(
            Subject subject, Action action, @Nullable String context, @Nullable DeviceId after, int limit) {
        requirePage(limit);
        return fresh(published.index().devices(subject.asker(), action, context, clock.instant(), after, limit));
    }

    /** The devices on which a subject may do something, in all workspaces, one by one. */
    public DeviceCursor deviceCursor(Subject subject, Action action) {
        return cursor(subject, action, null);
    }

    /** The devices on which a subject may do something by its rights through one workspace, one by one. */
    public DeviceCursor deviceCursor(Subject subject, Action action, WorkspaceId context) {
        return cursor(subject, action, context.value());
    }

    private DeviceCursor cursor(Subject subject, Action action, @Nullable String context) {
        Index index = published.index();
        return new DeviceCursor(
                published.isStaleNow()
                        ? index.noDevices(Reason.STALE)
                        : index.walk(subject.asker(), action, context, clock.instant()));
    }

    /** The workspaces in which a subject may do something. */
    public Listing<WorkspaceId> workspaces(Subject subject, Action action) {
        return fresh(published.index().workspaces(subject.asker(), action, clock.instant()));
    }

    /** The principals of all kinds who may do something on a device, a workspace or an organization. */
    public Listing<PrincipalId> principals(Action action, ResourceId resource) {
        return fresh(published.index().principals(action, scope(resource), resource.value(), null, clock.instant()));
    }

    /**
     * A page of the principals of all kinds who may do something on a device, a workspace or an organization. The hundredth
     * page costs what the first one does.
     *
     * @param after the last id of the page before, see {@link Page#next}; it need not be in the list, nor known at all. Null
     *     for the first page
     * @param limit how many principals a page has, at least 1
     */
    public Page<PrincipalId> principals(Action action, ResourceId resource, @Nullable PrincipalId after, int limit) {
        return page(action, scope(resource), resource.value(), null, after, limit);
    }

    /**
     * A page of the principals of all kinds who may do something on a device by their rights through one workspace; see
     * {@link #principals(Action, ResourceId, PrincipalId, int)}.
     */
    public Page<PrincipalId> principals(
            Action action, DeviceId device, WorkspaceId context, @Nullable PrincipalId after, int limit) {
        return page(action, Scope.DEVICE, device.value(), context.value(), after, limit);
    }

    private Page<PrincipalId> page(
            Action action,
            Scope scope,
            String resource,
            @Nullable String context,
            @Nullable PrincipalId after,
            int limit) {
        requirePage(limit);
        return fresh(published.index().principals(action, scope, resource, context, clock.instant(), after, limit));
    }

    private static void requirePage(int limit) {
        if (limit < 1) {
            throw new IllegalArgumentException("A page has at least 1 item, not " + limit + ".");
        }
    }

    /** The principals of all kinds who may do something on a device by their rights through one workspace. */
    public Listing<PrincipalId> principals(Action action, DeviceId device, WorkspaceId context) {
        return fresh(
                published.index().principals(action, Scope.DEVICE, device.value(), context.value(), clock.instant()));
    }

    /**
     * The permissions of a subject on a device, in a workspace or in an organization, closed; empty on what is unknown or
     * suspended. On a device it is the union over all workspaces, for display: it decides nothing.
     */
    public PermissionSet permissions(Subject subject, ResourceId resource) {
        return fresh(published
                .index()
                .permissions(subject.asker(), scope(resource), resource.value(), null, clock.instant()));
    }

    /** The permissions of a subject on a device through one workspace, closed and under the claim's ceiling. */
    public PermissionSet permissions(Subject subject, DeviceId device, WorkspaceId context) {
        return fresh(published
                .index()
                .permissions(subject.asker(), Scope.DEVICE, device.value(), context.value(), clock.instant()));
    }

    // The same as plain text: whatever is no id is an unknown one.

    /** The devices on which somebody may do something, in all workspaces. */
    public Listing<DeviceId> devices(Question.Deed deed) {
        return fresh(
                published.index().devices(asker(deed.asker()), Action.named(deed.action()), null, clock.instant()));
    }

    /** The devices on which somebody may do something by the rights through one workspace. */
    public Listing<DeviceId> devices(Question.Deed deed, String context) {
        return fresh(published
                .index()
                .devices(
                        asker(deed.asker()),
                        Action.named(deed.action()),
                        requireNonNull(context, "context"),
                        clock.instant()));
    }

    /** The workspaces in which somebody may do something. */
    public Listing<WorkspaceId> workspaces(Question.Deed deed) {
        return fresh(published.index().workspaces(asker(deed.asker()), Action.named(deed.action()), clock.instant()));
    }

    /**
     * The principals of all kinds who may do something on one thing.
     *
     * @param context for a device the workspace through which alone rights count, or null
     */
    public Listing<PrincipalId> principals(String action, Scope scope, String resource, @Nullable String context) {
        return fresh(published
                .index()
                .principals(
                        Action.named(action),
                        requireNonNull(scope, "scope"),
                        requireNonNull(resource, "resource"),
                        context,
                        clock.instant()));
    }

    /**
     * The permissions of somebody on one thing, closed; empty on what is unknown or suspended.
     *
     * @param context for a device the workspace through which alone rights count; null for the union over all, which
     *     decides nothing
     */
    public PermissionSet permissions(Question.Asker who, Scope scope, String resource, @Nullable String context) {
        return fresh(published
                .index()
                .permissions(
                        asker(who),
                        requireNonNull(scope, "scope"),
                        requireNonNull(resource, "resource"),
                        context,
                        clock.instant()));
    }

    private boolean allows(Asker asker, Action action, Scope scope, String resource, @Nullable String context) {
        if (uses != null) {
            return check(asker, action, scope, resource, context).allowed();
        }
        return published.index().allows(asker, action, scope, resource, context, clock) && !published.isStale();
    }

    private Decision check(Asker asker, Action action, Scope scope, String resource, @Nullable String context) {
        return told(asker, published.index().check(asker, action, scope, resource, context, clock));
    }

    /** The decision if it is fresh, of which whoever keeps the use of tokens has been told. */
    private Decision told(Asker asker, Decision made) {
        Decision decision = fresh(made);
        if (uses != null) {
            uses.tell(asker, decision.reason());
        }
        return decision;
    }

    private Asker asker(Question question) {
        Index index = published.index();
        return question.isByToken() ? index.askerByToken(question.asker()) : index.askerByPrincipal(question.asker());
    }

    private Asker asker(Question.Asker who) {
        Index index = published.index();
        return who.isByToken() ? index.askerByToken(who.text()) : index.askerByPrincipal(who.text());
    }

    /** The decision, unless the policy behind it is too old to decide anything. */
    private Decision fresh(Decision decision) {
        return published.isStaleNow()
                ? Decision.of(Reason.STALE, List.of(), decision.revision(), null, ClientReason.STALE)
                : decision;
    }

    private Explanation fresh(Explanation explanation) {
        return new Explanation(
                explanation.question(),
                explanation.needs(),
                fresh(explanation.decision()),
                explanation.suspended(),
                explanation.derivations());
    }

    private <T> Listing<T> fresh(Listing<T> listing) {
        return published.isStaleNow()
                ? new Listing<>(List.of(), Optional.of(Reason.STALE), listing.revision())
                : listing;
    }

    private <T> Page<T> fresh(Page<T> page) {
        return published.isStaleNow()
                ? new Page<>(List.of(), Optional.empty(), Optional.of(Reason.STALE), page.revision())
                : page;
    }

    private PermissionSet fresh(PermissionSet set) {
        return published.isStaleNow() ? set.permissions().none() : set;
    }

    private static Scope scope(ResourceId resource) {
        if (resource instanceof DeviceId) {
            return Scope.DEVICE;
        }
        return resource instanceof WorkspaceId ? Scope.WORKSPACE : Scope.ORGANIZATION;
    }
}
