package io.doorward.index;

import static java.util.Objects.requireNonNull;

import io.doorward.decision.Decision;
import io.doorward.decision.Listing;
import io.doorward.decision.Page;
import io.doorward.decision.Reason;
import io.doorward.explain.Explanation;
import io.doorward.model.DeviceId;
import io.doorward.model.Policy;
import io.doorward.model.PolicyDelta;
import io.doorward.model.PrincipalId;
import io.doorward.model.Revision;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.Action;
import io.doorward.permission.Catalogue;
import io.doorward.permission.Permission;
import io.doorward.permission.PermissionSet;
import io.doorward.permission.Permissions;
import io.doorward.permission.Scope;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One revision of a policy, compiled so that questions are look-ups. Immutable: readers need no lock.
 *
 * <p>How it works. Every id leads through one hash table to a row; rows name each other by number, see {@link Rows}. A device
 * names the workspaces in which it is present; a workspace has a row for each member ({@link MemberRow}), with its own
 * rights and the numbers of its teams; teams are not multiplied out. A check walks the presences of the device, one in most
 * cases, and for each ORs the masks of the live grants that meet there: on all devices, on the product, on the device; own
 * and of the teams. What a grant carries beyond its letters (implicit and implied permissions) was added when the policy
 * was compiled.
 *
 * <p>Versions. {@link #next} makes the index of the next revision of this one, which shares with it all that a change does
 * not touch and which this one does not notice. All that was derived from one index is a family: a handle from one of it
 * finds its very thing in another, or nothing.
 *
 * <p>Time. A check that meets nothing with a window reads no clock, and one that does reads the system's clock as plain
 * milliseconds, unless a window opens or closes within that very millisecond ({@link Windows#splitMillis()}). Both give the
 * answer of the clock's instant, to the nanosecond.
 *
 * <p>Attack. Ids that a request carries are compared exactly, in hash tables whose order depends on a secret of the family;
 * tokens are found by their SHA-256, see {@link TokenTable}. Nothing is remembered of what was not found.
 */
public final class Index {

    private static final AtomicLong VERSIONS = new AtomicLong();

    private final Revision revision;
    private final Catalogue catalogue;
    private final Map<String, Action> actions;
    private final Rows rows;
    private final long version;

    Index(Revision revision, Catalogue catalogue, Rows rows) {
        this(revision, catalogue, actions(catalogue), rows);
    }

    private Index(Revision revision, Catalogue catalogue, Map<String, Action> actions, Rows rows) {
        this.revision = revision;
        this.catalogue = catalogue;
        this.actions = actions;
        this.rows = rows;
        version = VERSIONS.incrementAndGet();
    }

    private static Map<String, Action> actions(Catalogue catalogue) {
        Map<String, Action> actions = new HashMap<>();
        catalogue.actions().forEach(action -> actions.put(action.name(), action));
        return actions;
    }

    /** Compiles a policy. O(n log n) in its rows. */
    public static Index of(Policy policy) {
        IndexBuilder builder = new IndexBuilder(policy.catalogue());
        policy.users().values().forEach(builder::user);
        policy.organizations().values().forEach(builder::organization);
        policy.workspaces().values().forEach(builder::workspace);
        policy.publicLinks().values().forEach(builder::publicLink);
        return builder.build(policy.revision());
    }

    /**
     * The index of the state to which the delta leads. Costs what the rows cost that differ, see {@link Rows}, and grows with
     * the policy by no more than a few copied nodes of the tables. This index stays as it is, for whoever holds it. May be
     * called by several threads.
     *
     * @param delta from this index's revision, of a policy that is valid before and after
     * @throws IllegalArgumentException if the delta starts from another revision, or brings another catalogue, by which
     *     everything has to be compiled anew
     */
    public Index next(PolicyDelta delta) {
        return next(delta, step -> {});
    }

    /** The same, telling what was done. */
    Index next(PolicyDelta delta, Consumer<WorkspaceStep> steps) {
        if (!delta.before().equals(revision)) {
            throw new IllegalArgumentException("A change from revision " + delta.before() + " cannot follow revision "
                    + revision + "; compile the policy anew.");
        }
        if (delta.catalogue().isPresent()) {
            throw new IllegalArgumentException(
                    "A change of the catalogue changes the meaning of every row;" + " compile the policy anew.");
        }
        IndexDraft draft = new IndexDraft(rows, catalogue, rows.codes, steps);
        delta.users().forEach((id, user) -> user.ifPresentOrElse(draft::put, () -> draft.removeUser(id)));
        delta.organizations()
                .forEach((id, organization) ->
                        organization.ifPresentOrElse(draft::put, () -> draft.removeOrganization(id)));
        delta.workspaces()
                .forEach((id, workspace) -> workspace.ifPresentOrElse(
                        now -> draft.put(now, delta.formerWorkspaces().get(id)), () -> draft.removeWorkspace(id)));
        delta.publicLinks().forEach((id, link) -> link.ifPresentOrElse(draft::put, () -> draft.removeLink(id)));
        return new Index(delta.after(), catalogue, actions, draft.freeze());
    }

    /** The revision that this is. */
    public Revision revision() {
        return revision;
    }

    /** The catalogue of the policy. */
    public Catalogue catalogue() {
        return catalogue;
    }

    /** Finds who has a token. */
    public Asker askerByToken(String token) {
        return Asker.ofToken(this, rows.tokens.at(token(token)));
    }

    /** Finds a principal. */
    public Asker askerByPrincipal(String principal) {
        return Asker.ofPrincipal(this, rows.principals.find(principal));
    }

    /** Finds a device. */
    public KnownDevice knownDevice(String device) {
        return KnownDevice.of(this, device);
    }

    /**
     * The hot entrance: may the holder of this token do this on this device? Makes no objects. In which order what is read
     * matters, see {@link Rows}.
     */
    public boolean allows(String token, Action action, String device, InstantSource clock) {
        requireNonNull(action, "action");
        requireNonNull(device, "device"); // nothing may fail while the text of the token is held
        RequestTexts texts = RequestTexts.ofThread();
        boolean mayBeRemembered = rows.tokens.read(token, texts.token);
        rows.devices.read(device, texts.device);
        rows.tokens.begin(texts.token);
        rows.begin(texts.token);
        rows.devices.begin(texts.device);
        int asking = rows.tokens.find(token, texts.token, mayBeRemembered, rows.family);
        if (asking == Numbers.NOTHING) {
            return false;
        }
        long holder = rows.tokens.holder(asking);
        WindowRow window = Holder.isTimed(holder) ? rows.tokens.window(asking) : WindowRow.ALWAYS;
        return allows(holder, texts.token.principal, window, action, device, texts.device, null, clock);
    }

    /** Whether the action is allowed; the context is a workspace's id for a question about a device, or null. */
    public boolean allows(
            Asker asker, Action action, Scope scope, String resource, @Nullable String context, InstantSource clock) {
        requireNonNull(action, "action"); // whoever asks and whatever about
        if (scope != Scope.DEVICE) {
            return Inquiry.of(this, asker.in(this), action, scope, resource, context)
                            .at(clock.instant())
                            .reason()
                    == Reason.ALLOWED;
        }
        long holder = asker.holderIn(this);
        WorkspaceRow through = context == null ? null : workspace(context);
        if (holder == Holder.NOBODY || (context != null && through == null)) {
            return false;
        }
        NarrowText narrow = RequestTexts.ofThread().device;
        rows.devices.read(resource, narrow);
        rows.devices.begin(narrow);
        return allows(holder, Holder.principal(holder), asker.windowIn(this), action, resource, narrow, through, clock);
    }

    /** The same about a device that is known already. Makes no objects. */
    public boolean allows(Asker asker, Action action, KnownDevice device, InstantSource clock) {
        long holder = asker.holderIn(this);
        int number = device.numberIn(this);
        Action known = action(action, Scope.DEVICE);
        if (holder == Holder.NOBODY || number == Numbers.NOTHING || known == null) {
            return false;
        }
        long place = device.placeIn(this, number);
        WorkspaceRow owning = rows.workspace(DeviceTable.workspace(place));
        return DeviceCheck.allows(
                rows,
                holder,
                asker.windowIn(this),
                owning,
                asker.memberIn(this, owning, holder),
                known,
                number,
                device.stateIn(this, number),
                place,
                null,
                clock);
    }

    /** The same about a device for which {@code narrow} has begun to look. */
    private boolean allows(
            long holder,
            int principal,
            WindowRow window,
            Action action,
            String device,
            NarrowText narrow,
            @Nullable WorkspaceRow through,
            InstantSource clock) {
        Action known = action(action, Scope.DEVICE);
        int number = rows.devices.find(device, narrow);
        if (known == null || number == Numbers.NOTHING) {
            return false;
        }
        long place = narrow.place;
        WorkspaceRow owning = rows.workspace(DeviceTable.workspace(place));
        return DeviceCheck.allows(
                rows,
                holder,
                window,
                owning,
                rows.membership(principal, owning),
                known,
                number,
                narrow.state,
                place,
                through,
                clock);
    }

    /** The decision with all that belongs to it. */
    public Decision check(
            Asker asker, Action action, Scope scope, String resource, @Nullable String context, InstantSource clock) {
        Inquiry inquiry = Inquiry.of(this, asker.in(this), action, scope, resource, context);
        return decide(inquiry, clock.instant());
    }

    /** The same about a device that is known already. */
    public Decision check(Asker asker, Action action, KnownDevice device, InstantSource clock) {
        Inquiry inquiry = new DeviceInquiry(this, asker.in(this), action(action, Scope.DEVICE), device.in(this));
        return decide(inquiry, clock.instant());
    }

    /** The decision with its whole derivation. */
    public Explanation explain(
            Asker asker, Action action, Scope scope, String resource, @Nullable String context, Instant at) {
        return new Explainer(this, asker.in(this), at).explain(action, scope, resource, context);
    }

    Decision decide(Inquiry inquiry, Instant now) {
        Verdict verdict = inquiry.at(now);
        Instant holdsUntil = null;
        for (Instant boundary : inquiry.boundariesAfter(now)) {
            if (!inquiry.at(boundary).equals(verdict)) {
                holdsUntil = boundary;
                break;
            }
        }
        return Decision.of(verdict.reason(), verdict.missing(), revision, holdsUntil, verdict.forClient());
    }

    /** The devices on which the action is allowed. */
    public Listing<DeviceId> devices(Asker asker, Action action, @Nullable String context, Instant at) {
        return new Lists(this, at).devices(asker.in(this), action(action, Scope.DEVICE), context);
    }

    /** A part of these: at most so many, after an id or from the first on. */
    public Page<DeviceId> devices(
            Asker asker, Action action, @Nullable String context, Instant at, @Nullable DeviceId after, int limit) {
        Lists part = new Lists(this, at, after == null ? null : after.value(), limit);
        return page(part.devices(asker.in(this), action(action, Scope.DEVICE), context), limit);
    }

    /** The same devices, one by one. */
    public DeviceWalk walk(Asker asker, Action action, @Nullable String context, Instant at) {
        return new Lists(this, at).walk(asker.in(this), action(action, Scope.DEVICE), context);
    }

    /** No devices, for a reason. */
    public DeviceWalk noDevices(Reason reason) {
        return DeviceWalk.nowhere(this, reason);
    }

    /** For the same question about many devices, some so many. */
    public DeviceBatch batch(Asker asker, Action action, Instant at, int expected) {
        return new DeviceBatch(
                this, asker.in(this), action(action, Scope.DEVICE), at.getEpochSecond(), at.getNano(), expected);
    }

    /** The workspaces in which the action is allowed. */
    public Listing<WorkspaceId> workspaces(Asker asker, Action action, Instant at) {
        return new Lists(this, at).workspaces(asker.in(this), action(action, Scope.WORKSPACE));
    }

    /** The principals to whom the action is allowed. */
    public Listing<PrincipalId> principals(
            Action action, Scope scope, String resource, @Nullable String context, Instant at) {
        return new Lists(this, at).principals(action(action, scope), scope, resource, context);
    }

    /** A part of these: at most so many, after an id or from the first on. */
    public Page<PrincipalId> principals(
            Action action,
            Scope scope,
            String resource,
            @Nullable String context,
            Instant at,
            @Nullable PrincipalId after,
            int limit) {
        Lists part = new Lists(this, at, after == null ? null : after.value(), limit);
        return page(part.principals(action(action, scope), scope, resource, context), limit);
    }

    private static <T> Page<T> page(Listing<T> part, int limit) {
        int size = part.items().size();
        Optional<T> next =
                size < limit ? Optional.empty() : Optional.of(part.items().get(size - 1));
        return new Page<>(part.items(), next, part.emptyBecause(), part.revision());
    }

    /** The permissions on a thing, closed. */
    public PermissionSet permissions(Asker asker, Scope scope, String resource, @Nullable String context, Instant at) {
        return new Lists(this, at).permissions(asker.in(this), scope, resource, context);
    }

    /** The action as this policy's catalogue defines it, if it does so for this scope. */
    @SuppressWarnings("ReferenceEquality") // the very catalogue, as a short cut; an equal one goes by name
    @Nullable
    Action action(Action asked, Scope scope) {
        Action known = asked.definedBy() == catalogue ? asked : actions.get(asked.name());
        return known != null && known.isAskedOn(scope) ? known : null;
    }

    Rows rows() {
        return rows;
    }

    /** Tells this index from all others in the process. */
    long version() {
        return version;
    }

    /** The number of the token with this clear text, or {@link Numbers#NOTHING}. */
    private int token(String secret) {
        return rows.tokens.find(secret, rows.family);
    }

    PrincipalRow holder(TokenRow token) {
        return rows.principals.row(token.principal());
    }

    @Nullable
    DeviceRow device(String id) {
        int number = rows.devices.find(id);
        return number == Numbers.NOTHING ? null : rows.devices.at(number);
    }

    @Nullable
    WorkspaceRow workspace(String id) {
        return rows.workspaces.find(id);
    }

    @Nullable
    OrganizationRow organization(String id) {
        return rows.organizations.find(id);
    }

    List<Permission> devicePermissions(long bits) {
        return toList(catalogue.device(), bits);
    }

    List<Permission> workspacePermissions(long bits) {
        return toList(catalogue.workspace(), bits);
    }

    List<Permission> organizationPermissions(long bits) {
        return toList(catalogue.organization(), bits);
    }

    private static List<Permission> toList(Permissions permissions, long bits) {
        return bits == 0 ? List.of() : permissions.fromBits(bits).toList();
    }
}
