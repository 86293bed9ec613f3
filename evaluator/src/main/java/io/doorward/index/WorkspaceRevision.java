package io.doorward.index;

import static java.util.Objects.requireNonNull;

import io.doorward.index.persistent.NumberTable;
import io.doorward.model.Claim;
import io.doorward.model.Device;
import io.doorward.model.DeviceId;
import io.doorward.model.Member;
import io.doorward.model.PrincipalId;
import io.doorward.model.ProductId;
import io.doorward.model.Rights;
import io.doorward.model.Team;
import io.doorward.model.TeamId;
import io.doorward.model.Window;
import io.doorward.model.Workspace;
import io.doorward.persistent.PersistentSortedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes the next row of a workspace of the one before, at a cost that grows with what differs: a member or a team is
 * compiled if a row of it changed, and of its grants those that changed. For one thread.
 *
 * <p>It needs to know what the workspace was when the old row was made, and gives up where numbers would shift (a product
 * or a team came or went), where one row changes what many members have (another nesting), and where the old row is not
 * what it should be: the workspace is then compiled whole.
 */
final class WorkspaceRevision {

    /** So many instants that split a millisecond are kept though nothing may name them any more. */
    private static final int SPLITS_TO_SPARE = 64;

    private final IndexDraft index;
    private final WorkspaceRow old;
    private final Workspace before;
    private final Workspace after;
    private final ProductNumbers products;
    private final Windows windows = new Windows();
    private final RightsCompiler rights;
    private final MemberCompiler compiler;
    private @Nullable Memberships memberships;
    private TeamTable teams;
    private final List<ChangedTeam> changedRows = new ArrayList<>();
    private final NumberTable.Draft<MemberRow> members;
    private final List<IdOrder.Step> comingAndGoing = new ArrayList<>();

    /** Devices on which teams may hold something else than before. */
    private final IntStream.Builder toBeMarked = IntStream.builder();

    /**
     * Prepares to compile.
     *
     * @param old the row of the version before
     * @param before what the workspace was then
     */
    WorkspaceRevision(IndexDraft index, WorkspaceRow old, Workspace before, Workspace after) {
        this.index = index;
        this.old = old;
        this.before = before;
        this.after = after;
        products = new ProductNumbers(after);
        rights = new RightsCompiler(index.grants, products, windows, this::present);
        compiler = new MemberCompiler(after, old.number, index.principals.table, windows, rights);
        teams = old.teams;
        members = old.members.draft();
    }

    /** The row, with what changed in the workspace put into the draft of the index; null if it has to be compiled whole. */
    @Nullable
    WorkspaceRow row() {
        SortedMap<TeamId, Optional<Team>> changedTeams = differences(before.teams(), after.teams());
        if (!isAsBefore() || shiftsNumbers(changedTeams)) {
            return null;
        }
        SortedMap<DeviceId, Optional<Device>> changedDevices = differences(before.devices(), after.devices());
        SortedMap<DeviceId, Optional<Claim>> changedClaims = differences(before.claims(), after.claims());
        revise(changedDevices);
        Claims claims = claims(changedClaims);
        PresentDevices present = present(changedDevices.keySet(), changedClaims.keySet());
        int[] apiUsers = apiUsers();
        Set<PrincipalId> inOtherTeams = new TreeSet<>();
        changedTeams.forEach((id, team) -> revise(team(id), team.orElseThrow(), inOtherTeams));
        teams = teams.with(changedRows, rights.codes());
        index.mark(toBeMarked.build().distinct().toArray(), old.number, teams);
        reviseMembers(inOtherTeams);
        long[] splitMillis = windows.splitMillis(old.splitMillis);
        if (splitMillis.length > 2 * old.splitsWhenWhole + SPLITS_TO_SPARE) {
            return null;
        }
        return new WorkspaceRow(
                old.number,
                old.generation,
                after.id(),
                after.suspended(),
                index.numberOf(after.organization()),
                index.catalogue,
                present,
                claims,
                members.freeze(),
                membersById(),
                teams,
                apiUsers,
                splitMillis,
                old.splitsWhenWhole);
    }

    /** Whether the old row is of what the workspace was before, as far as counting shows. */
    private boolean isAsBefore() {
        return old.present.count() == before.devices().size() + before.claims().size()
                && old.claims.devices().length == before.claims().size()
                && old.apiUsers.length == before.apiUsers().size()
                && old.teams.count() == before.teams().size();
    }

    private boolean shiftsNumbers(SortedMap<TeamId, Optional<Team>> changedTeams) {
        for (Map.Entry<ProductId, ?> product :
                differences(before.products(), after.products()).entrySet()) {
            if (!before.products().containsKey(product.getKey())
                    || !after.products().containsKey(product.getKey())) {
                return true;
            }
        }
        for (Map.Entry<TeamId, Optional<Team>> changed : changedTeams.entrySet()) {
            Team was = before.teams().get(changed.getKey());
            Team is = changed.getValue().orElse(null);
            if (was == null || is == null || !was.teams().equals(is.teams())) {
                return true;
            }
        }
        return false;
    }

    // What belongs to the workspace

    private void revise(SortedMap<DeviceId, Optional<Device>> changed) {
        changed.forEach((id, device) -> {
            index.took(WorkspaceStep.DEVICES);
            if (device.isPresent()) {
                toBeMarked.add(index.put(
                        device.get(), old.number, products.of(device.get().product())));
            } else {
                index.leave(numberOf(id), old);
            }
        });
    }

    /** The devices that are present, of which these may have come or gone, or be others than before. */
    private PresentDevices present(Set<DeviceId> changedDevices, Set<DeviceId> changedClaims) {
        Set<DeviceId> changed = new TreeSet<>(changedDevices);
        changed.addAll(changedClaims);
        List<IdOrder.Step> steps = changed.stream().map(this::step).toList();
        return old.present.with(IdOrder.revised(old.present.entries, steps, index::idOfDevice));
    }

    private IdOrder.Step step(DeviceId id) {
        int number = numberOf(id);
        Device owned = after.devices().get(id);
        boolean isPlain = owned != null && !owned.suspended();
        return new IdOrder.Step(
                id.value(),
                isPlain ? number : IdOrder.marked(number),
                owned != null || after.claims().containsKey(id));
    }

    private Claims claims(SortedMap<DeviceId, Optional<Claim>> changed) {
        if (changed.isEmpty()) {
            return old.claims;
        }
        index.took(WorkspaceStep.CLAIMS);
        changed.keySet().forEach(id -> index.claims.add(numberOf(id), old.number));
        List<PresenceRow> presences = new ArrayList<>(after.claims().size());
        after.claims().forEach((id, claim) -> {
            PresenceRow was = changed.containsKey(id) ? null : old.claims.on(numberOf(id));
            presences.add(was == null ? index.presence(claim, old.number) : was);
        });
        return Claims.of(presences);
    }

    private int[] apiUsers() {
        TreeMap<Integer, Boolean> doubtful = new TreeMap<>();
        differences(before.apiUsers(), after.apiUsers()).forEach((id, apiUser) -> {
            index.took(WorkspaceStep.API_USERS);
            if (apiUser.isPresent()) {
                doubtful.put(index.put(apiUser.get(), old.number), true);
            } else {
                int number = index.principals.table.numberOf(id.value());
                index.principals.leave(number, old.number);
                doubtful.put(number, false);
            }
        });
        return revised(old.apiUsers, doubtful);
    }

    private static int[] revised(int[] set, SortedMap<Integer, Boolean> doubtful) {
        if (doubtful.isEmpty()) {
            return set;
        }
        int[] numbers = doubtful.keySet().stream().mapToInt(Integer::intValue).toArray();
        IntPredicate isIn = number -> Boolean.TRUE.equals(doubtful.get(number));
        return Numbers.revised(set, numbers, isIn);
    }

    // Teams

    /** A team as it was. */
    private Team team(TeamId id) {
        return requireNonNull(before.teams().get(id));
    }

    private void revise(Team was, Team is, Set<PrincipalId> inOtherTeams) {
        SortedMap<PrincipalId, Optional<Window>> changed = differences(was.members(), is.members());
        inOtherTeams.addAll(changed.keySet());
        if (!was.rights().equals(is.rights())) {
            index.took(teams.byDevice() == null ? WorkspaceStep.TEAM_RIGHTS : WorkspaceStep.TEAM_RIGHTS_BY_DEVICE);
            int number = teams.numberOf(is.id());
            IntStream.Builder touched = IntStream.builder();
            TeamRow former = teams.get(number);
            RightsRow row = rights.compile(former.rights, was.rights(), is.rights(), touched.andThen(toBeMarked));
            int[] devices = touched.build().toArray();
            changedRows.add(new ChangedTeam(number, former.with(row, devices), devices));
        }
    }

    // Members

    /** In the order of ids. */
    private void reviseMembers(Set<PrincipalId> inOtherTeams) {
        Set<PrincipalId> others = new TreeSet<>(inOtherTeams);
        others.addAll(differences(before.apiUsers(), after.apiUsers()).keySet());
        PersistentSortedMap<PrincipalId, Member> were = PersistentSortedMap.copyOf(before.members());
        PersistentSortedMap<PrincipalId, Member> are = PersistentSortedMap.copyOf(after.members());
        if (others.isEmpty()) {
            were.forEachDifference(are, (id, was, is) -> revise(id, was, is, false));
        } else {
            were.forEachDifference(are, (id, was, is) -> others.add(id));
            others.forEach(id -> revise(id, were.get(id), are.get(id), inOtherTeams.contains(id)));
        }
    }

    private void revise(PrincipalId id, @Nullable Member was, @Nullable Member is, boolean isInOtherTeams) {
        int number = index.principals.table.numberOf(id.value());
        MemberRow oldRow = old.members.get(number);
        if (is == null && !after.apiUsers().containsKey(id)) {
            if (oldRow != null) {
                index.took(WorkspaceStep.MEMBER_GOES);
                members.set(number, null);
                comingAndGoing.add(new IdOrder.Step(id.value(), number, false));
                index.members.add(number, old.number);
            }
            return;
        }
        if (oldRow == null) {
            index.took(WorkspaceStep.MEMBER_COMES);
            comingAndGoing.add(new IdOrder.Step(id.value(), number, true));
            index.members.add(number, old.number);
        } else {
            index.took(isInOtherTeams ? WorkspaceStep.MEMBER_CHANGES_TEAMS : WorkspaceStep.MEMBER_CHANGES);
        }
        WindowRow window = is == null ? WindowRow.ALWAYS : windows.of(is.window());
        MemberTeams in = oldRow == null || isInOtherTeams ? memberships().of(id) : oldRow.teams;
        members.set(number, compiler.row(number, window, own(was, is, oldRow), in));
        index.changedMembers.add(number);
        if (in.bits != null && teams.byDevice() == null) {
            index.took(WorkspaceStep.TEAMS_BY_DEVICE);
            teams = teams.withRowsByDevice();
        }
    }

    private int[] membersById() {
        return IdOrder.revised(
                old.membersById, comingAndGoing, number -> requireNonNull(index.principals.table.at(number)).text);
    }

    private RightsRow own(@Nullable Member was, @Nullable Member is, @Nullable MemberRow oldRow) {
        if (is == null) {
            return rights.none();
        }
        return was == null || oldRow == null ? rights.compile(is.rights()) : own(oldRow.own, was.rights(), is.rights());
    }

    @SuppressWarnings("ReferenceEquality") // rights that are other objects cost little to look through
    private RightsRow own(RightsRow row, Rights was, Rights is) {
        return was == is ? row : rights.compile(row, was, is, device -> {});
    }

    private Memberships memberships() {
        Memberships known = memberships;
        if (known == null) {
            known = new Memberships(after, windows);
            memberships = known;
        }
        return known;
    }

    // References

    /** The number of a device that is or was present in the workspace. */
    private int present(DeviceId device) {
        int owned = index.devices.numberOfRow(device.value());
        if (owned != Numbers.NOTHING && index.devices.isOwnedBy(owned, old.number)) {
            return owned;
        }
        if (!after.devices().containsKey(device)
                && !after.claims().containsKey(device)
                && !before.devices().containsKey(device)
                && !before.claims().containsKey(device)) {
            throw new IllegalArgumentException(
                    "Workspace " + after.id() + " names " + device + ", which is not present in it.");
        }
        return numberOf(device);
    }

    private int numberOf(DeviceId device) {
        return index.devices.numberOf(device.value());
    }

    private static <K extends Comparable<? super K>, V> SortedMap<K, Optional<V>> differences(
            SortedMap<K, V> before, SortedMap<K, V> after) {
        return PersistentSortedMap.copyOf(before).differences(PersistentSortedMap.copyOf(after));
    }
}
