package io.doorward.admin;

import static java.util.Objects.requireNonNull;

import io.doorward.admin.Course.Place;
import io.doorward.change.Actor;
import io.doorward.change.Change;
import io.doorward.change.ChangeRefusedException;
import io.doorward.change.ChangeSet;
import io.doorward.change.ClaimChange.SetClaimCeiling;
import io.doorward.change.GrantChange.GrantDevice;
import io.doorward.change.Transition;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.Revision;
import io.doorward.permission.PermissionSet;
import io.doorward.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A change set that a principal makes, and all that is asked of him. For one use. */
final class PrincipalsChanges {

    private final Policy policy;
    private final ChangeSet changes;
    private final Actor actor;
    private final PrincipalId principal;
    private final Revision next;
    private final Instant now;
    private final Course course;
    private final Decision decision;
    private final RequiredActions actions;
    private final List<Problem> problems = new ArrayList<>();
    private final SortedMap<Integer, Change> allowed = new TreeMap<>();

    PrincipalsChanges(Policy policy, ChangeSet changes, Actor actor, Revision next, Instant now) {
        this.policy = policy;
        this.changes = changes;
        this.actor = actor;
        this.principal = requireNonNull(actor.principal(), "principal");
        this.next = next;
        this.now = now;
        this.course = new Course(policy, now);
        this.decision = new Decision(policy, principal, now, course);
        this.actions = new RequiredActions(policy, principal, course, decision);
    }

    /**
     * First what each change takes by itself. What the rows give and take is asked of the changes that may be made, and of
     * no others: else a refusal would tell of things that its reader may not know.
     */
    Transition apply() {
        actions();
        Transition transition;
        try {
            transition = ChangeSet.of(List.copyOf(allowed.values())).applyTo(policy, next, actor, now);
        } catch (ChangeRefusedException e) {
            Administration.refuse(inOrder());
            throw e;
        }
        rows(transition);
        Administration.refuse(inOrder());
        return transition;
    }

    private void actions() {
        SortedMap<Integer, Change> later = new TreeMap<>();
        for (int i = 0; i < changes.changes().size(); i++) {
            Change change = changes.changes().get(i);
            String missing = ask(i, change);
            if (missing != null && change instanceof GrantDevice) {
                later.put(i, change);
            } else if (missing != null) {
                problems.add(new Problem(ChangeSet.place(i), missing));
            }
        }
        later.forEach((number, change) -> {
            String missing = ask(number, change);
            if (missing != null) {
                problems.add(new Problem(ChangeSet.place(number), missing));
            }
        });
    }

    /** Why a change may not be made where its turn comes; a grant may also come before what brings its device. */
    private @Nullable String ask(int number, Change change) {
        String missing = actions.missing(change);
        if (missing == null) {
            missing = widened(change);
        }
        if (missing == null) {
            promise(PromisedRights.of(change, ChangeSet.place(number), course, policy));
            course.follow(change);
            allowed.put(number, change);
        }
        return missing;
    }

    private void promise(@Nullable Gift gift) {
        if (gift != null) {
            cover(gift.during(Times.from(now)));
        }
    }

    private void cover(Gift gift) {
        Problem problem = gift.uncovered(decision.holding(gift.workspace()));
        if (problem != null) {
            problems.add(problem);
        }
    }

    /** A principal only narrows the ceiling of a claim. */
    private @Nullable String widened(Change change) {
        if (!(change instanceof SetClaimCeiling one)) {
            return null;
        }
        Place place = course.in(one.workspace(), one.device());
        PermissionSet ceiling = place == null ? null : place.ceiling();
        PermissionSet more = ceiling == null ? null : course.ceilingOf(one).minus(ceiling);
        return more == null || more.isEmpty()
                ? null
                : "The ceiling of a claim can only be narrowed here, not widened by " + String.join(", ", more.names())
                        + "; open a new offer instead.";
    }

    private void rows(Transition transition) {
        Places places = new Places(allowed, transition.after());
        new WrittenRows(transition, course, principal, places, now).gifts().forEach(this::cover);
        problems.addAll(new TakenRows(transition, course, decision, principal, places, now).problems());
        problems.addAll(new OrganizationRows(transition, principal, places).problems());
        problems.addAll(OwnTokens.problems(transition, actor, places));
        problems.addAll(new Acceptance(policy, now).problems(changes));
    }

    /** By the number of the change, each reason once. */
    private List<Problem> inOrder() {
        return new ArrayList<>(new LinkedHashSet<>(problems))
                .stream()
                        .sorted((one, other) -> Integer.compare(number(one), number(other)))
                        .toList();
    }

    private static int number(Problem problem) {
        String place = problem.place();
        int slash = place.lastIndexOf('/');
        return slash == 0 ? Integer.MAX_VALUE : Integer.parseInt(place.substring(slash + 1));
    }
}
