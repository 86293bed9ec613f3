package io.doorward.index;

import io.doorward.decision.Reason;
import io.doorward.permission.Action;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The hot path: yes or no to one question about a device, by the words of a version. It makes no objects, whatever the
 * compiler leaves out, and reads the clock only where something that matters has a window.
 */
final class DeviceCheck {

    private static final int MILLIS_PER_SECOND = 1000;
    private static final int NANOS_PER_MILLI = 1_000_000;

    private static final int DENIED = 0;
    private static final int ALLOWED = 1;
    private static final int OPEN = 2;

    private DeviceCheck() {}

    /**
     * Whether the action is allowed.
     *
     * @param holder who asks, see {@link Holder}
     * @param window when the token is valid, by which he asks
     * @param owning the workspace that owns the device
     * @param member his membership there, if he has one
     * @param state see {@link DeviceTable#state}
     * @param place see {@link DeviceTable#place}
     * @param through the workspace through which alone rights count, or null
     */
    static boolean allows(
            Rows rows,
            long holder,
            WindowRow window,
            WorkspaceRow owning,
            @Nullable MemberRow member,
            Action action,
            int device,
            long state,
            long place,
            @Nullable WorkspaceRow through,
            InstantSource clock) {
        if (DeviceTable.isSuspended(state) || owning.suspended) {
            return false;
        }
        if (through == null && Holder.isPlain(holder)) {
            int principal = Holder.principal(holder);
            int answer = steadyAnswer(
                    rows.codes,
                    principal,
                    owning,
                    member,
                    action,
                    device,
                    DeviceTable.product(place),
                    DeviceTable.teamMarks(state),
                    DeviceTable.teamCode(place));
            if (DeviceTable.isClaimed(state) && answer == DENIED) {
                answer = steadyAnswerByClaim(rows, principal, action, device);
            }
            if (answer != OPEN) {
                return answer == ALLOWED;
            }
        }
        return allowsNow(rows, holder, window, owning, member, action, device, state, place, through, clock);
    }

    /** The same by all that there is. Apart, since it is long and seldom needed. */
    private static boolean allowsNow(
            Rows rows,
            long holder,
            WindowRow window,
            WorkspaceRow owning,
            @Nullable MemberRow member,
            Action action,
            int device,
            long state,
            long place,
            @Nullable WorkspaceRow through,
            InstantSource clock) {
        int principal = Holder.principal(holder);
        int product = DeviceTable.product(place);
        int[] claimedBy = DeviceTable.isClaimed(state) ? rows.devices.claimedBy(device) : Numbers.NONE;
        long second = 0;
        int nano = 0;
        if (Holder.isTimed(holder)
                || isTimed(owning, member, device, product)
                || isTimed(rows, principal, claimedBy, device)) {
            long millis = clock instanceof SystemTime ? clock.millis() : 0;
            if (clock instanceof SystemTime && !isSplit(millis, rows, window, owning, claimedBy)) {
                second = Math.floorDiv(millis, MILLIS_PER_SECOND);
                nano = Math.floorMod(millis, MILLIS_PER_SECOND) * NANOS_PER_MILLI;
            } else {
                Instant now = clock.instant();
                second = now.getEpochSecond();
                nano = now.getNano();
            }
        }
        if (Asker.standing(holder, window, second, nano) != Reason.ALLOWED) {
            return false;
        }
        if (through == null || through.number == owning.number) {
            Reason reason = Holder.isLink(holder)
                    ? DeviceRules.outcomeForLink(rows.principals.row(principal), action, device, true)
                    : DeviceRules.outcome(
                            owning,
                            owning.isOwnedBy(principal),
                            member,
                            action,
                            device,
                            product,
                            null,
                            false,
                            second,
                            nano);
            if (reason == Reason.ALLOWED) {
                return true;
            }
        }
        return claimedBy.length > 0
                && !Holder.isLink(holder)
                && allowsByClaim(rows, principal, action, device, claimedBy, through, second, nano);
    }

    /**
     * What one workspace says, as far as that is known by grants without a window, which is most often; {@link #OPEN} if it is
     * not. What such grants allow is allowed, whatever else there is. A ceiling is the caller's business.
     *
     * <p>Whether a question is allowed cannot be foretold, nor which grant allows it, nor whether it is a team's. So branches
     * here are about what is seldom so, and the answer is computed.
     *
     * @param teamMarks which teams of the workspace have a grant on the device; more may be named only if the code is {@link
     *     GrantCodes#APART}
     * @param commonCode the code of each of these grants, or {@link GrantCodes#APART}
     */
    private static int steadyAnswer(
            GrantCodes codes,
            int principal,
            WorkspaceRow workspace,
            @Nullable MemberRow member,
            Action action,
            int device,
            int product,
            int teamMarks,
            int commonCode) {
        if (member == null) {
            return workspace.isOwnedBy(principal) ? OPEN : DENIED;
        }
        if (!member.isSteady() || !GrantTable.takes(device)) {
            return OPEN;
        }
        TeamTable table = workspace.teams;
        long needed = action.devicePermissions().bits();
        int key = codes.order.key(device);
        int code = member.codeOf(key);
        int teams = member.teamMarks() & (teamMarks | table.wideMarks());
        int teamCode = commonCode & TeamMarks.ifAny(teams);
        long lacking = needed & ~(member.steadyWideMask() | codes.mask(code));
        if (needed == 0
                || !action.workspacePermissions().isEmpty()
                || !member.isPlain()
                || code == GrantCodes.APART
                || table.isApart(teams)
                || workspace.isOwnedBy(principal)) {
            return steadyAnswer(lacking, principal, workspace, member, action, teams, key, code, product);
        }
        if (teamCode == GrantCodes.APART) {
            return steadyAnswerByTeams(lacking, codes, table, teams, key);
        }
        return (lacking & ~codes.mask(teamCode)) == 0 ? ALLOWED : DENIED;
    }

    /** The same where teams have different grants on the device: by those of some teams, which share no marks. */
    private static int steadyAnswerByTeams(long lackingSoFar, GrantCodes codes, TeamTable table, int teams, int key) {
        long lacking = lackingSoFar;
        boolean isMore = false;
        for (int left = teams; left != 0; left &= left - 1) {
            int team = Integer.numberOfTrailingZeros(left);
            int code = table.rights(team).codeOf(key);
            lacking &= ~codes.mask(code);
            isMore |= code == GrantCodes.APART;
        }
        if (lacking == 0) {
            return ALLOWED;
        }
        return isMore ? OPEN : DENIED;
    }

    /** The same by its grants on a product, by teams of any kind, and by workspace permissions, too. */
    private static int steadyAnswer(
            long lackingSoFar,
            int principal,
            WorkspaceRow workspace,
            MemberRow member,
            Action action,
            int teams,
            int key,
            int ownCode,
            int product) {
        long lacking = lackingSoFar & ~member.own.steadyMask(ownCode, product);
        long lackingInWorkspace = action.workspacePermissions().bits() & ~member.own.workspaceMask;
        boolean isMore = workspace.isOwnedBy(principal) || member.own.isMoreThanSteady(ownCode, product);
        for (int team : member.teams.always) {
            RightsRow rights = workspace.teams.rights(team);
            lackingInWorkspace &= ~rights.workspaceMask;
            if ((teams & TeamMarks.of(team)) != 0) {
                int code = rights.codeOf(key);
                lacking &= ~rights.steadyMask(code, product);
                isMore |= rights.isMoreThanSteady(code, product);
            }
        }
        boolean asksForAnyGrant = action.devicePermissions().isEmpty()
                && action.workspacePermissions().isEmpty();
        if ((lacking | lackingInWorkspace) == 0 && !asksForAnyGrant) {
            return ALLOWED;
        }
        return isMore || asksForAnyGrant ? OPEN : DENIED;
    }

    /** The same by the workspaces that claimed the device, under their ceilings. */
    private static int steadyAnswerByClaim(Rows rows, int principal, Action action, int device) {
        int answer = DENIED;
        for (int number : rows.devices.claimedBy(device)) {
            WorkspaceRow workspace = rows.workspace(number);
            if (!workspace.suspended) {
                int there = steadyAnswer(
                        rows.codes,
                        principal,
                        workspace,
                        rows.membership(principal, workspace),
                        action,
                        device,
                        PresenceRow.NO_PRODUCT,
                        TeamMarks.ALL,
                        GrantCodes.APART);
                if (there == ALLOWED
                        && DeviceRules.outcomeAtTheClaim(action, Rows.claim(workspace, device)) == Reason.ALLOWED) {
                    return ALLOWED;
                }
                answer = there == OPEN ? OPEN : answer;
            }
        }
        return answer;
    }

    private static boolean allowsByClaim(
            Rows rows,
            int principal,
            Action action,
            int device,
            int[] claimedBy,
            @Nullable WorkspaceRow through,
            long second,
            int nano) {
        for (int number : claimedBy) {
            if (through == null || through.number == number) {
                WorkspaceRow workspace = rows.workspace(number);
                Reason reason = DeviceRules.outcome(
                        workspace,
                        workspace.isOwnedBy(principal),
                        rows.membership(principal, workspace),
                        action,
                        device,
                        PresenceRow.NO_PRODUCT,
                        Rows.claim(workspace, device),
                        false,
                        second,
                        nano);
                if (reason == Reason.ALLOWED) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether what the member may do on the device may change as time goes by. */
    private static boolean isTimed(WorkspaceRow workspace, @Nullable MemberRow member, int device, int product) {
        return member != null && member.isTimed(workspace.teams, device, product);
    }

    private static boolean isTimed(Rows rows, int principal, int[] claimedBy, int device) {
        for (int number : claimedBy) {
            WorkspaceRow workspace = rows.workspace(number);
            if (isTimed(workspace, rows.membership(principal, workspace), device, PresenceRow.NO_PRODUCT)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a window that may matter opens or closes within the millisecond, but not at its beginning. */
    private static boolean isSplit(long millis, Rows rows, WindowRow window, WorkspaceRow owning, int[] claimedBy) {
        if (window.splits(millis) || isSplit(millis, owning)) {
            return true;
        }
        for (int number : claimedBy) {
            if (isSplit(millis, rows.workspace(number))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSplit(long millis, WorkspaceRow workspace) {
        return Arrays.binarySearch(workspace.splitMillis, millis) >= 0;
    }
}
