package io.doorward.admin;

import static io.doorward.problem.Problem.quoted;

import io.doorward.admin.Target.OnDevice;
import io.doorward.change.Transition;
import io.doorward.model.Member;
import io.doorward.model.Policy;
import io.doorward.model.PolicyDelta;
import io.doorward.model.PrincipalId;
import io.doorward.model.Team;
import io.doorward.model.TeamId;
import io.doorward.model.Window;
import io.doorward.model.Workspace;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.Catalogue;
import io.doorward.permission.PermissionSet;
import io.doorward.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What rows gave before a change set, now or later, that they do not give any more, and against whom that may not be done:
 * the owner of the organization, and whoever holds a workspace permission that the maker lacks. What went with a device or a
 * claim does not count. Not thread-safe.
 */
final class TakenRows {

    private final Policy before;
    private final Policy after;
    private final Catalogue catalogue;
    private final Course course;
    private final Decision decision;
    private final PrincipalId maker;
    private final Places places;
    private final Instant now;
    private final Times future;
    private final List<Problem> problems = new ArrayList<>();

    TakenRows(Transition transition, Course course, Decision decision, PrincipalId maker, Places places, Instant now) {
        this.before = transition.before();
        this.after = transition.after();
        this.catalogue = before.catalogue();
        this.course = course;
        this.decision = decision;
        this.maker = maker;
        this.places = places;
        this.now = now;
        this.future = Times.from(now);
    }

    List<Problem> problems() {
        PolicyDelta.between(before, after).workspaces().forEach((id, changed) -> {
            Workspace old = before.workspaces().get(id);
            if (old != null && changed.isPresent()) {
                new InWorkspace(old, changed.get()).collect();
            }
        });
        return List.copyOf(problems);
    }

    /** The rows of one workspace. */
    private final class InWorkspace {

        private final Workspace old;
        private final Workspace now;
        private final WorkspaceId id;
        private final OuterTeams outer;
        private final PermissionSet held;

        InWorkspace(Workspace old, Workspace now) {
            this.old = old;
            this.now = now;
            this.id = now.id();
            this.outer = new OuterTeams(old);
            this.held = decision.holding(id).onWorkspace().at(TakenRows.this.now);
        }

        void collect() {
            Set<PrincipalId> members = new LinkedHashSet<>(WrittenRows.changed(old.members(), now.members()));
            members.addAll(WrittenRows.changed(old.apiUsers(), now.apiUsers()));
            members.forEach(this::member);
            WrittenRows.changed(old.teams(), now.teams()).forEach(this::team);
        }

        private void member(PrincipalId principal) {
            RowKey key = RowKey.member(id, principal);
            Times was = Holding.membership(principal, old);
            Times is = Holding.membership(principal, now);
            Member oldRow = old.members().get(principal);
            Member row = now.members().get(principal);
            boolean lost = isFuture(was.minus(is))
                    || (oldRow != null
                            && loses(
                                    new HeldRights(oldRow.rights(), was),
                                    row == null ? null : new HeldRights(row.rights(), is)));
            if (lost) {
                against(principal, places.of(key, RowKey.apiUser(principal)));
            }
        }

        private void team(TeamId teamId) {
            Team oldTeam = old.teams().get(teamId);
            Team team = now.teams().get(teamId);
            if (oldTeam == null) {
                return;
            }
            RowKey key = RowKey.team(id, teamId);
            HeldRights oldRow = new HeldRights(oldTeam.rights(), Times.ALWAYS);
            if (team == null || loses(oldRow, new HeldRights(team.rights(), Times.ALWAYS))) {
                against(teamId, places.of(key));
            }
            if (team == null) {
                return;
            }
            for (PrincipalId principal : WrittenRows.changed(oldTeam.members(), team.members())) {
                Times was = inTeam(old, oldTeam, principal);
                if (isFuture(was.minus(inTeam(now, team, principal)))) {
                    against(
                            principal,
                            places.of(
                                    RowKey.membership(id, principal, teamId),
                                    RowKey.member(id, principal),
                                    RowKey.apiUser(principal)));
                }
            }
            for (TeamId inner : oldTeam.teams()) {
                if (!team.teams().contains(inner) && now.teams().containsKey(inner)) {
                    against(inner, places.of(RowKey.nesting(id, inner, teamId), key));
                }
            }
        }

        private Times inTeam(Workspace workspace, Team team, PrincipalId principal) {
            Window window = team.members().get(principal);
            return window == null ? Times.NEVER : Times.of(window).intersect(Holding.membership(principal, workspace));
        }

        private boolean loses(HeldRights oldRow, @Nullable HeldRights row) {
            for (Target target : RowTargets.changed(row, oldRow)) {
                if (target instanceof OnDevice one && course.hasLeft(id, one.device())) {
                    continue;
                }
                TimedPermissions lost = oldRow.on(target, catalogue);
                if (row != null) {
                    lost = lost.minus(row.on(target, catalogue));
                }
                if (!lost.during(future).isEmpty()) {
                    return true;
                }
            }
            return false;
        }

        private boolean isFuture(Times times) {
            return !times.intersect(future).isEmpty();
        }

        /** Nothing that one does to oneself needs any of this. */
        private void against(PrincipalId principal, String place) {
            if (principal.equals(maker)) {
                return;
            }
            String name = RowKey.member(id, principal).words();
            if (Holding.owns(principal, old, before)) {
                problems.add(new Problem(
                        place,
                        "You may not take anything from " + name + " in workspace " + quoted(id.value())
                                + ", whose organization that one owns."));
            } else {
                refuse(
                        Holding.of(principal, old, before)
                                .onWorkspace()
                                .during(future)
                                .ever(),
                        name,
                        place);
            }
        }

        private void against(TeamId team, String place) {
            PermissionSet holds = catalogue.workspace().none();
            for (Team one : outer.of(team)) {
                holds = holds.union(one.rights().permissions().closed());
            }
            refuse(holds, RowKey.team(id, team).words(), place);
        }

        private void refuse(PermissionSet holds, String name, String place) {
            PermissionSet lacked = holds.minus(held);
            if (!lacked.isEmpty()) {
                problems.add(new Problem(
                        place,
                        "You need " + String.join(", ", lacked.names()) + " in workspace " + quoted(id.value())
                                + " to take anything from " + name + ", who holds that, now or later."));
            }
        }
    }
}
