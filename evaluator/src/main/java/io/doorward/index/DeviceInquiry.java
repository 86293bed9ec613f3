package io.doorward.index;

import io.doorward.decision.Reason;
import io.doorward.permission.Action;
import io.doorward.permission.Permission;
import io.doorward.problem.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A question about a device, through all workspaces in which it is present or through one. */
final class DeviceInquiry extends Inquiry {

    private static final Comparator<PresenceRow> OWNING_FIRST = Comparator.comparing(presence -> !presence.owning);

    private final Rows rows;
    private final @Nullable DeviceRow device;
    private final boolean inContext;
    private final @Nullable WorkspaceRow context;

    DeviceInquiry(Index index, Asker asker, @Nullable Action action, String resource, @Nullable String contextId) {
        super(index, asker, action);
        rows = index.rows();
        device = index.device(resource);
        inContext = contextId != null;
        context = contextId == null ? null : index.workspace(contextId);
    }

    DeviceInquiry(Index index, Asker asker, @Nullable Action action, @Nullable DeviceRow device) {
        super(index, asker, action);
        rows = index.rows();
        this.device = device;
        inContext = false;
        context = null;
    }

    /** The presences whose say counts, the owning one first, then by the id of the workspace. */
    List<PresenceRow> presences() {
        DeviceRow known = device;
        if (known == null) {
            return List.of();
        }
        if (inContext) {
            PresenceRow there = context == null ? null : rows.presence(known, context);
            return there == null ? List.of() : List.of(there);
        }
        return IntStream.range(0, known.presences())
                .mapToObj(i -> rows.presence(known, i))
                .sorted(OWNING_FIRST.thenComparing(presence -> rows.workspace(presence).id))
                .toList();
    }

    @Override
    Verdict at(PrincipalRow principal, Action known, long second, int nano) {
        List<PresenceRow> presences = presences();
        Reason reason = unknown(presences);
        if (reason == Reason.ALLOWED && device != null) {
            if (!rows.isSuspendedOrItsOwner(device)) {
                return nearest(principal, known, presences, second, nano);
            }
            reason = Reason.SUSPENDED;
        }
        return Verdict.of(reason, List.of(), mayKnow(principal, second, nano));
    }

    private Reason unknown(List<PresenceRow> presences) {
        if (device == null) {
            return Reason.UNKNOWN_DEVICE;
        }
        if (inContext && context == null) {
            return Reason.UNKNOWN_WORKSPACE;
        }
        return presences.isEmpty() ? Reason.UNKNOWN_DEVICE : Reason.ALLOWED;
    }

    private Verdict nearest(PrincipalRow principal, Action known, List<PresenceRow> presences, long second, int nano) {
        Reason best = Reason.NOT_A_MEMBER;
        List<Permission> missing = List.of();
        for (PresenceRow presence : presences) {
            Reason reason = DeviceRules.outcome(rows, principal, known, presence, second, nano);
            if (reason == Reason.ALLOWED) {
                return Verdict.of(reason, List.of(), true);
            }
            List<Permission> lacking = missing(reason, principal, known, presence, second, nano);
            int nearer = Integer.compare(distance(reason), distance(best));
            if (nearer < 0 || (nearer == 0 && lacking.size() < missing.size())) {
                best = reason;
                missing = lacking;
            }
        }
        return Verdict.of(best, missing, mayKnow(principal, second, nano));
    }

    /** How far a reason is from an allow. */
    private static int distance(Reason reason) {
        return switch (reason) {
            case CLAIM_CEILING -> 1;
            case OWNING_WORKSPACE_ONLY -> 2;
            case MISSING_PERMISSIONS -> 3;
            case EXPIRED -> 4;
            case NO_GRANT -> 5;
            case SUSPENDED -> 6;
            default -> 7;
        };
    }

    private List<Permission> missing(
            Reason reason, PrincipalRow principal, Action known, PresenceRow presence, long second, int nano) {
        long onDevice = known.devicePermissions().bits();
        if (reason == Reason.CLAIM_CEILING) {
            return index.devicePermissions(onDevice & ~presence.ceiling);
        }
        if (reason != Reason.MISSING_PERMISSIONS) {
            return List.of();
        }
        long inWorkspace = known.workspacePermissions().bits();
        return Stream.concat(
                        index
                                .devicePermissions(
                                        onDevice & ~DeviceRules.liveMask(rows, principal, presence, second, nano))
                                .stream(),
                        index
                                .workspacePermissions(inWorkspace
                                        & ~WorkspaceRules.rights(principal, rows.workspace(presence), second, nano))
                                .stream())
                .toList();
    }

    @Override
    boolean mayKnow(PrincipalRow principal, long second, int nano) {
        return presences().stream()
                .anyMatch(presence -> DeviceRules.hasLiveGrant(rows, principal, presence, second, nano));
    }

    @Override
    void forEachWindow(PrincipalRow principal, Consumer<WindowRow> windows) {
        for (PresenceRow presence : presences()) {
            WorkspaceRow workspace = rows.workspace(presence);
            MemberRow member = workspace.membershipOf(principal);
            if (member != null) {
                member.forEachWindow(windows);
                member.forEachWindow(workspace.teams, presence, windows);
            }
        }
    }

    @Override
    void forEachSuspended(Consumer<String> words) {
        if (device != null && device.suspended) {
            words.accept("the device");
        }
        if (device != null && rows.workspace(device.owning).suspended) {
            words.accept("its owning workspace");
        }
        for (PresenceRow presence : presences()) {
            WorkspaceRow workspace = rows.workspace(presence);
            if (!presence.owning && workspace.suspended) {
                words.accept("workspace " + Problem.quoted(workspace.text));
            }
        }
    }
}
