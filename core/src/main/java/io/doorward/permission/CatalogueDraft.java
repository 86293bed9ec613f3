package io.doorward.permission;

import io.doorward.problem.InvalidPolicyException;
import io.doorward.problem.Place;
import io.doorward.problem.Problem;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A catalogue as a host wrote it, and the rules that it must keep. */
final class CatalogueDraft {

    private final Map<Scope, PermissionDrafts> permissions = new EnumMap<>(Scope.class);
    private final List<NameList> ceilings = new ArrayList<>();
    private final Map<LinkMode, List<NameList>> linkModes = new EnumMap<>(LinkMode.class);
    private final List<ActionDraft> actions = new ArrayList<>();

    void addCeiling(NameList ceiling) {
        ceilings.add(ceiling);
    }

    void addLinkMode(LinkMode mode, NameList list) {
        linkModes.computeIfAbsent(mode, absent -> new ArrayList<>()).add(list);
    }

    void addAction(ActionDraft action) {
        actions.add(action);
    }

    PermissionDrafts permissions(Scope scope) {
        return permissions.computeIfAbsent(scope, PermissionDrafts::new);
    }

    /** The default ceiling, once checked; null for every device permission. */
    @Nullable
    NameList ceiling() {
        return ceilings.isEmpty() ? null : ceilings.get(0);
    }

    /** What links of each mode carry, once checked. */
    Map<LinkMode, NameList> linkModes() {
        Map<LinkMode, NameList> modes = new EnumMap<>(LinkMode.class);
        linkModes.forEach((mode, lists) -> modes.put(mode, lists.get(0)));
        return modes;
    }

    List<ActionDraft> actions() {
        return actions;
    }

    /**
     * Checks everything.
     *
     * @throws InvalidPolicyException with all that is wrong, in the order of a document: permissions,
     *     ceiling, public links, actions
     */
    void check() {
        List<Problem> problems = new ArrayList<>();
        for (Scope scope : List.of(Scope.DEVICE, Scope.WORKSPACE, Scope.ORGANIZATION)) {
            permissions(scope).check(problems);
        }
        checkLists(() -> "default ceiling", "The default ceiling", ceilings, problems);
        linkModes.forEach(
                (mode, lists) -> checkLists(() -> "public links " + mode, "The link mode " + mode, lists, problems));
        checkActions(problems);
        if (!problems.isEmpty()) {
            throw new InvalidPolicyException(problems);
        }
    }

    private void checkLists(Place otherwise, String subject, List<NameList> lists, List<Problem> problems) {
        for (int i = 0; i < lists.size(); i++) {
            NameList list = lists.get(i);
            Place place = orElse(list.place(), otherwise);
            if (i > 0) {
                problems.add(new Problem(place.text(), subject + " is already set; set it once."));
            }
            permissions(Scope.DEVICE).checkReferences(place, subject, "names", list.names(), problems);
        }
    }

    private void checkActions(List<Problem> problems) {
        Set<String> seen = new HashSet<>();
        for (ActionDraft action : actions) {
            String subject = "The action " + Problem.quoted(action.name());
            Place place = orElse(action.place(), () -> "action " + Problem.quoted(action.name()));
            if (!Names.isLegal(action.name())) {
                problems.add(new Problem(place.text(), Names.refusal("action", action.name())));
            }
            if (!seen.add(action.name())) {
                problems.add(new Problem(place.text(), subject + " is already listed; list it once."));
            }
            for (Scope scope : List.of(Scope.DEVICE, Scope.WORKSPACE, Scope.ORGANIZATION)) {
                permissions(scope).checkReferences(place, subject, "takes", action.needs(scope), problems);
            }
        }
    }

    private static Place orElse(@Nullable Place place, Place otherwise) {
        return place != null ? place : otherwise;
    }
}
