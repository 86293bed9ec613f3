package io.doorward.index;

import io.doorward.decision.Decision;
import io.doorward.decision.Listing;
import io.doorward.decision.Reason;
import io.doorward.explain.Explanation;
import io.doorward.model.DeviceId;
import io.doorward.model.Identifiers;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.Revision;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.Action;
import io.doorward.permission.Catalogue;
import io.doorward.permission.Permission;
import io.doorward.permission.PermissionSet;
import io.doorward.permission.Permissions;
import io.doorward.permission.Scope;
import io.doorward.token.TokenHash;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One revision of a policy, compiled so that questions are look-ups. Immutable: readers need no lock.
 *
 * <p>How it works. Every id leads through one hash table to a row; rows point at each other. A device has a row for each
 * workspace in which it is present ({@link PresenceRow}); a principal has a row for each workspace that it is a member of
 * ({@link MemberRow}), with its own rights and links to its teams; teams are not multiplied out. A check walks the
 * presences of the device, one in most cases, and for each ORs the masks of the live grants that meet there: on all
 * devices, on the product, on the device; own and of the teams. What a grant carries beyond its letters (implicit and
 * implied permissions) was added when the policy was compiled.
 *
 * <p>Time. A check that meets nothing with a window reads no clock, and one that does reads the system's clock as plain
 * milliseconds, unless a window opens or closes within that very millisecond ({@link Windows#splitMillis()}). Both give the
 * answer of the clock's instant, to the nanosecond.
 *
 * <p>Attack. Ids that a request carries are compared exactly, in the JDK's hash tables, which keep colliding strings in
 * trees; tokens are found by their SHA-256, see {@link TokenTable}. Nothing is remembered of what was not found.
 */
public final class Index {

    private static final int MILLIS_PER_SECOND = 1000;
    private static final int NANOS_PER_MILLI = 1_000_000;

    private final Revision revision;
    private final Catalogue catalogue;
    private final Map<String, Action> actions;
    private final Map<String, PrincipalRow> principals;
    private final Map<String, DeviceRow> devices;
    private final Map<String, WorkspaceRow> workspaces;
    private final Map<String, OrganizationRow> organizations;
    private final TokenTable tokens;
    private final long[] splitMillis;

    Index(
            Revision revision,
            Catalogue catalogue,
            Map<String, Action> actions,
            Map<String, PrincipalRow> principals,
            Map<String, DeviceRow> devices,
            Map<String, WorkspaceRow> workspaces,
            Map<String, OrganizationRow> organizations,
            TokenTable tokens,
            long[] splitMillis) {
        this.revision = revision;
        this.catalogue = catalogue;
        this.actions = actions;
        this.principals = principals;
        this.devices = devices;
        this.workspaces = workspaces;
        this.organizations = organizations;
        this.tokens = tokens;
        this.splitMillis = splitMillis;
    }

    /** Compiles a policy. O(n log n) in its rows. */
    public static Index of(Policy policy) {
        return new IndexCompiler(policy).compile();
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
        return Asker.ofToken(this, tokens.find(token));
    }

    /** Finds a principal. */
    public Asker askerByPrincipal(String principal) {
        return Asker.ofPrincipal(this, principal(principal));
    }

    /** The hot entrance: may the holder of this token do this on this device? Makes no objects. */
    public boolean allows(String token, Action action, String device, InstantSource clock) {
        TokenRow found = tokens.find(token);
        return found != null && allows(found, found.principal, action, device, null, clock);
    }

    /** Whether the action is allowed; the context is a workspace's id for a question about a device, or null. */
    public boolean allows(
            Asker asker, Action action, Scope scope, String resource, @Nullable String context, InstantSource clock) {
        Asker here = here(asker);
        if (scope != Scope.DEVICE) {
            return Inquiry.of(this, here, action, scope, resource, context)
                            .at(clock.instant())
                            .reason()
                    == Reason.ALLOWED;
        }
        return here.principal != null && allows(here.token, here.principal, action, resource, context, clock);
    }

    private boolean allows(
            @Nullable TokenRow token,
            PrincipalRow principal,
            Action action,
            String device,
            @Nullable String context,
            InstantSource clock) {
        Action known = action(action, Scope.DEVICE);
        DeviceRow row = device(device);
        WorkspaceRow through = context == null ? null : workspace(context);
        if (known == null || row == null || row.isSuspendedOrItsOwner() || (context != null && through == null)) {
            return false;
        }
        if (!principal.isTimed() && (token == null || token.window.isAlways())) {
            return allowsAt(0, 0, token, principal, known, row, through);
        }
        if (clock instanceof SystemTime) {
            long millis = clock.millis();
            if (Arrays.binarySearch(splitMillis, millis) < 0) {
                long second = Math.floorDiv(millis, MILLIS_PER_SECOND);
                int nano = Math.floorMod(millis, MILLIS_PER_SECOND) * NANOS_PER_MILLI;
                return allowsAt(second, nano, token, principal, known, row, through);
            }
        }
        Instant now = clock.instant();
        return allowsAt(now.getEpochSecond(), now.getNano(), token, principal, known, row, through);
    }

    private static boolean allowsAt(
            long second,
            int nano,
            @Nullable TokenRow token,
            PrincipalRow principal,
            Action action,
            DeviceRow device,
            @Nullable WorkspaceRow through) {
        return Asker.standing(token, principal, second, nano) == Reason.ALLOWED
                && DeviceRules.allows(principal, action, device, through, second, nano);
    }

    /** The decision with all that belongs to it. */
    public Decision check(
            Asker asker, Action action, Scope scope, String resource, @Nullable String context, InstantSource clock) {
        Inquiry inquiry = Inquiry.of(this, here(asker), action, scope, resource, context);
        return decide(inquiry, clock.instant());
    }

    /** The decision with its whole derivation. */
    public Explanation explain(
            Asker asker, Action action, Scope scope, String resource, @Nullable String context, Instant at) {
        return new Explainer(this, here(asker), at).explain(action, scope, resource, context);
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
        return new Lists(this, at).devices(here(asker), action(action, Scope.DEVICE), context);
    }

    /** The workspaces in which the action is allowed. */
    public Listing<WorkspaceId> workspaces(Asker asker, Action action, Instant at) {
        return new Lists(this, at).workspaces(here(asker), action(action, Scope.WORKSPACE));
    }

    /** The principals to whom the action is allowed. */
    public Listing<PrincipalId> principals(
            Action action, Scope scope, String resource, @Nullable String context, Instant at) {
        return new Lists(this, at).principals(action(action, scope), scope, resource, context);
    }

    /** The permissions on a thing, closed. */
    public PermissionSet permissions(Asker asker, Scope scope, String resource, @Nullable String context, Instant at) {
        return new Lists(this, at).permissions(here(asker), scope, resource, context);
    }

    /** The action as this policy's catalogue defines it, if it does so for this scope. */
    @SuppressWarnings("ReferenceEquality") // the very catalogue, as a short cut; an equal one goes by name
    @Nullable
    Action action(Action asked, Scope scope) {
        Action known = asked.definedBy() == catalogue ? asked : actions.get(asked.name());
        return known != null && known.isAskedOn(scope) ? known : null;
    }

    @Nullable
    TokenRow token(TokenHash hash) {
        return tokens.find(hash);
    }

    @Nullable
    PrincipalRow principal(String id) {
        return couldBeId(id) ? principals.get(id) : null;
    }

    @Nullable
    DeviceRow device(String id) {
        return couldBeId(id) ? devices.get(id) : null;
    }

    @Nullable
    WorkspaceRow workspace(String id) {
        return couldBeId(id) ? workspaces.get(id) : null;
    }

    @Nullable
    OrganizationRow organization(String id) {
        return couldBeId(id) ? organizations.get(id) : null;
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

    Asker here(Asker asker) {
        return asker.index == this ? asker : asker.in(this);
    }

    private static List<Permission> toList(Permissions permissions, long bits) {
        return bits == 0 ? List.of() : permissions.fromBits(bits).toList();
    }

    /** A longer text is unknown before anything is hashed; every character takes at least a byte. */
    private static boolean couldBeId(String text) {
        return text.length() <= Identifiers.MAX_BYTES;
    }
}
