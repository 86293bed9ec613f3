package io.doorward.index;

import io.doorward.index.persistent.NumberTable;
import io.doorward.model.TeamId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The teams of one workspace, by number, which is their place in the order of their ids.
 *
 * <p>How it works. Of most devices it is known with them what teams hold there ({@link TeamGrants}). Where it is not, who is in
 * a few teams has those asked of which {@link TeamMarks} say that they hold something. For who is in many, grants are found the
 * other way round: by device, who has a grant on it, so that a check looks only at teams that matter and tests one bit for
 * each. These rows are kept only if the workspace has such a member.
 *
 * <p>Immutable; a change of one team copies the list of teams and the rows of the devices that it touches.
 *
 * <p>Invariant: {@code byDevice}, if there, has an entry for each grant of a team on a device, and no other; an entry is the
 * number of the team and in the last bits the code of the grant; entries are sorted.
 */
final class TeamTable {

    /** With more teams than that in a workspace, nobody's grants are found by device. */
    static final int MOST_TEAMS = 1 << (Integer.SIZE - 1 - GrantTable.CODE_BITS);

    private final TeamRow[] teams;

    /** The numbers of those with grants on more than single devices. */
    private final int[] wide;

    private final int wideMarks;

    /** Those of wide teams, and all where teams share them. */
    private final int apartMarks;

    /** The numbers of those with workspace permissions. */
    private final int[] permitting;

    /** The numbers of those of which a grant has a window. */
    private final int[] timed;

    private final @Nullable NumberTable<int[]> byDevice;

    /** What the codes in {@code byDevice} mean. */
    private final GrantCodes codes;

    private TeamTable(
            TeamRow[] teams,
            int[] wide,
            int[] permitting,
            int[] timed,
            @Nullable NumberTable<int[]> byDevice,
            GrantCodes codes) {
        this.teams = teams;
        this.wide = wide;
        wideMarks = TeamMarks.of(wide);
        apartMarks = teams.length > TeamMarks.COUNT ? TeamMarks.ALL : wideMarks;
        this.permitting = permitting;
        this.timed = timed;
        this.byDevice = byDevice;
        this.codes = codes;
    }

    static TeamTable of(TeamRow[] teams, GrantCodes codes) {
        return new TeamTable(
                teams,
                numbers(teams, TeamTable::isWide),
                numbers(teams, TeamTable::isPermitting),
                numbers(teams, TeamTable::isTimed),
                null,
                codes);
    }

    private static int[] numbers(TeamRow[] teams, Predicate<RightsRow> which) {
        return IntStream.range(0, teams.length)
                .filter(i -> which.test(teams[i].rights))
                .toArray();
    }

    private static boolean isWide(RightsRow rights) {
        return rights.hasWideGrants();
    }

    private static boolean isPermitting(RightsRow rights) {
        return rights.workspaceMask != 0;
    }

    private static boolean isTimed(RightsRow rights) {
        return rights.isTimed;
    }

    TeamRow get(int team) {
        return teams[team];
    }

    int count() {
        return teams.length;
    }

    /** The number of a team that is there. O(log n). */
    int numberOf(TeamId id) {
        int from = 0;
        int to = teams.length - 1;
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (teams[middle].id.compareTo(id) < 0) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        if (to < 0 || !teams[from].id.equals(id)) {
            throw new IllegalStateException("Defect in the index: there is no team " + id);
        }
        return from;
    }

    RightsRow rights(int team) {
        return teams[team].rights;
    }

    /** Of which teams, as {@link TeamMarks}, grants are on more than single devices. */
    int wideMarks() {
        return wideMarks;
    }

    /** Whether {@link TeamGrants} do not say all that teams with these marks hold. */
    boolean isApart(int marks) {
        return (marks & apartMarks) != 0;
    }

    /**
     * Tells the {@link TeamGrants} on a device to somebody who will ask about so many. O(teams) for each, or O(grants) for all,
     * whichever is less.
     */
    IntUnaryOperator grantsOn(int devices) {
        if ((long) devices * teams.length <= grantCount()) {
            return device -> TeamGrants.onDevice(this, device);
        }
        Map<Integer, Integer> grants = grantsByDevice();
        return device -> grants.getOrDefault(device, TeamGrants.NONE);
    }

    private long grantCount() {
        return Arrays.stream(teams).mapToLong(team -> team.rights.deviceCount()).sum();
    }

    private Map<Integer, Integer> grantsByDevice() {
        Map<Integer, Integer> grants = new HashMap<>();
        for (int number = 0; number < teams.length; number++) {
            int team = number;
            RightsRow rights = rights(team);
            rights.forEachDevice(device -> grants.merge(
                    device,
                    TeamGrants.plus(TeamGrants.NONE, team, rights.code(device)),
                    (one, other) -> TeamGrants.plus(one, team, TeamGrants.code(other))));
        }
        return grants;
    }

    // The next version

    /** The same with rows by device. */
    TeamTable withRowsByDevice() {
        return byDevice != null ? this : new TeamTable(teams, wide, permitting, timed, rowsByDevice(), codes);
    }

    NumberTable<int[]> rowsByDevice() {
        long[] all = new long[Math.toIntExact(grantCount())];
        int[] count = {0};
        for (int number = 0; number < teams.length; number++) {
            int team = number;
            RightsRow rights = rights(team);
            rights.forEachDevice(
                    device -> all[count[0]++] = ((long) device << Integer.SIZE) | entry(team, rights.code(device)));
        }
        Arrays.sort(all);
        int distinct = (int)
                Arrays.stream(all).map(one -> one >>> Integer.SIZE).distinct().count();
        int[] devices = new int[distinct];
        int[][] rows = new int[distinct][];
        int from = 0;
        for (int i = 0; i < distinct; i++) {
            int to = from;
            while (to < all.length && all[to] >>> Integer.SIZE == all[from] >>> Integer.SIZE) {
                to++;
            }
            devices[i] = (int) (all[from] >>> Integer.SIZE);
            rows[i] = Arrays.stream(all, from, to).mapToInt(one -> (int) one).toArray();
            from = to;
        }
        return NumberTable.of(codes.family.hash, devices, rows);
    }

    /**
     * The same with other rows of some teams.
     *
     * @param changed in the order of their numbers
     * @param newCodes what the codes in the rows mean
     */
    TeamTable with(List<ChangedTeam> changed, GrantCodes newCodes) {
        if (changed.isEmpty()) {
            return this;
        }
        TeamRow[] others = teams.clone();
        changed.forEach(each -> others[each.team] = each.row);
        int[] numbers = numbers(changed);
        return new TeamTable(
                others,
                Numbers.revised(wide, numbers, team -> isWide(others[team].rights)),
                Numbers.revised(permitting, numbers, team -> isPermitting(others[team].rights)),
                Numbers.revised(timed, numbers, team -> isTimed(others[team].rights)),
                byDevice == null ? null : revised(byDevice, changed),
                newCodes);
    }

    private static int[] numbers(List<ChangedTeam> changed) {
        return changed.stream().mapToInt(each -> each.team).toArray();
    }

    /** Each row is made once, however many teams hold something else on its device. */
    private static NumberTable<int[]> revised(NumberTable<int[]> rows, List<ChangedTeam> changed) {
        Map<Integer, List<ChangedTeam>> onDevices = new HashMap<>();
        for (ChangedTeam each : changed) {
            for (int device : each.devices) {
                onDevices.computeIfAbsent(device, d -> new ArrayList<>(1)).add(each);
            }
        }
        NumberTable.Draft<int[]> draft = rows.draft();
        onDevices.forEach((device, teams) -> draft.set(device, revised(draft.get(device), teams, device)));
        return draft.freeze();
    }

    private static int @Nullable [] revised(int @Nullable [] entries, List<ChangedTeam> changed, int device) {
        int[] numbers = numbers(changed);
        IntStream same = entries == null
                ? IntStream.empty()
                : Arrays.stream(entries).filter(entry -> !Numbers.contains(numbers, team(entry)));
        IntStream others = changed.stream()
                .filter(each -> each.row.rights.onDevice(device) != null)
                .mapToInt(each -> entry(each.team, each.row.rights.code(device)));
        int[] revised = IntStream.concat(same, others).sorted().toArray();
        return revised.length == 0 ? null : revised;
    }

    private static int entry(int team, int code) {
        return (team << GrantTable.CODE_BITS) | code;
    }

    private static int team(int entry) {
        return entry >>> GrantTable.CODE_BITS;
    }

    // What a member in many teams has through them, for always

    /** The workspace permissions. */
    long workspaceMask(long[] in) {
        long mask = 0;
        for (int team : permitting) {
            if (MemberTeams.contains(in, team)) {
                mask |= rights(team).workspaceMask;
            }
        }
        return mask;
    }

    /** The union of the live grants on the device, before a ceiling. */
    long liveMask(long[] in, int device, int product, long second, int nano) {
        long mask = 0;
        for (int team : wide) {
            if (MemberTeams.contains(in, team)) {
                mask |= rights(team).wideMask(product, second, nano);
            }
        }
        for (int entry : onDevice(device)) {
            int team = team(entry);
            if (MemberTeams.contains(in, team)) {
                int code = GrantTable.codeOf(entry);
                mask |= code == GrantCodes.APART ? rights(team).apartMask(device, second, nano) : codes.mask(code);
            }
        }
        return mask;
    }

    GrantState state(long[] in, int device, int product, long second, int nano) {
        GrantState state = GrantState.NONE;
        for (int team : wide) {
            if (MemberTeams.contains(in, team)) {
                state = state.max(rights(team).wideState(product, second, nano));
            }
        }
        for (int entry : onDevice(device)) {
            int team = team(entry);
            if (MemberTeams.contains(in, team)) {
                state = state.max(
                        GrantTable.codeOf(entry) == GrantCodes.APART
                                ? rights(team).apartState(device, second, nano)
                                : GrantState.LIVE);
            }
        }
        return state;
    }

    private int[] onDevice(int device) {
        NumberTable<int[]> rows = byDevice;
        int[] entries = rows == null ? null : rows.get(device);
        return entries == null ? Numbers.NONE : entries;
    }

    /** Whether some grant of one of the teams has a window. */
    boolean isTimed(MemberTeams in, int device, int product) {
        long[] bits = in.bits;
        for (int team : timed) {
            if ((bits == null ? Numbers.contains(in.always, team) : MemberTeams.contains(bits, team))
                    && rights(team).isTimed(device, product)) {
                return true;
            }
        }
        return false;
    }

    /** See the invariant; null if they are not kept. */
    @Nullable
    NumberTable<int[]> byDevice() {
        return byDevice;
    }

    /** The sets that lead to teams of a kind. */
    int[][] marks() {
        return new int[][] {wide, permitting, timed};
    }

    /** What these sets must be. */
    int[][] marksAnew() {
        return of(teams, codes).marks();
    }
}
