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
     * @param product see {@link DeviceTable#product}
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
            int product,
            @Nullable WorkspaceRow through,
            InstantSource clock) {
        if (DeviceTable.isSuspended(state) || owning.suspended) {
            return false;
        }
        if (through == null && Holder.isPlain(holder)) {
            int answer = steadyAnswer(rows.codes, holder, owning, member, action, device, state, product);
            if (answer != OPEN) {
                return answer == ALLOWED;
            }
        }
        return allowsNow(rows, holder, window, owning, member, action, device, state, product, through, clock);
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
            int product,
            @Nullable WorkspaceRow through,
            InstantSource clock) {
        int principal = Holder.principal(holder);
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
     * The answer as far as it is known by grants without a window, which is most often; {@link #OPEN} if it is not. What such
     * grants allow in the owning workspace is allowed, whatever else there is.
     *
     * <p>Whether a question is allowed cannot be foretold, nor which grant allows it. So branches here are about what is
     * seldom so, and the answer is computed.
     */
    private static int steadyAnswer(
            GrantCodes codes,
            long holder,
            WorkspaceRow owning,
            @Nullable MemberRow member,
            Action action,
            int device,
            long state,
            int product) {
        boolean isMore = DeviceTable.isClaimed(state) || owning.isOwnedBy(Holder.principal(holder));
        if (member == null) {
            return isMore ? OPEN : DENIED;
        }
        long needed = action.devicePermissions().bits();
        if (!member.isSteady()
                || needed == 0
                || !action.workspacePermissions().isEmpty()
                || !GrantTable.takes(device)) {
            return OPEN;
        }
        int key = codes.order.key(device);
        int code = member.codeOf(key);
        long lacking = needed & ~(member.steadyWideMask() | codes.mask(code));
        int teams = member.teamMarks() & (DeviceTable.teamMarks(state) | owning.teams.wideMarks());
        if (isMore || code == GrantCodes.APART || teams != TeamMarks.NONE || !member.isPlain()) {
            return steadyAnswer(lacking, isMore, owning.teams, member, teams, key, code, product);
        }
        return lacking == 0 ? ALLOWED : DENIED;
    }

    /** The same by what its own grants on a product give, too, and those of some of its teams. */
    private static int steadyAnswer(
            long lackingSoFar,
            boolean isMoreSoFar,
            TeamTable table,
            MemberRow member,
            int teams,
            int key,
            int ownCode,
            int product) {
        long lacking = lackingSoFar & ~member.own.steadyMask(ownCode, product);
        boolean isMore = isMoreSoFar || member.own.isMoreThanSteady(ownCode, product);
        for (int team : member.teams.always) {
            if ((teams & TeamMarks.of(team)) != 0) {
                RightsRow rights = table.rights(team);
                int code = rights.codeOf(key);
                lacking &= ~rights.steadyMask(code, product);
                isMore |= rights.isMoreThanSteady(code, product);
            }
        }
        if (lacking == 0) {
            return ALLOWED;
        }
        return isMore ? OPEN : DENIED;
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
                WorkspaceRow workspace = rows.workspaces.row(number);
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
            WorkspaceRow workspace = rows.workspaces.row(number);
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
            if (isSplit(millis, rows.workspaces.row(number))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSplit(long millis, WorkspaceRow workspace) {
        return Arrays.binarySearch(workspace.splitMillis, millis) >= 0;
    }
}
