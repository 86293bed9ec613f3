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
        checkLists("default ceiling", "the default ceiling", ceilings, problems);
        linkModes.forEach((mode, lists) -> checkLists("public links " + mode, mode + " links", lists, problems));
        checkActions(problems);
        if (!problems.isEmpty()) {
            throw new InvalidPolicyException(problems);
        }
    }

    private void checkLists(String defaultPlace, String subject, List<NameList> lists, List<Problem> problems) {
        for (int i = 0; i < lists.size(); i++) {
            NameList list = lists.get(i);
            String place = text(list.place(), defaultPlace);
            if (i > 0) {
                problems.add(new Problem(place, "What " + subject + " may carry is already said; say it once."));
            }
            permissions(Scope.DEVICE)
                    .checkReferences(place, "What " + subject + " may carry", "names", list.names(), problems);
        }
    }

    private void checkActions(List<Problem> problems) {
        Set<String> seen = new HashSet<>();
        for (ActionDraft action : actions) {
            String name = Problem.quoted(action.name());
            String place = text(action.place(), "action " + name);
            if (!Names.isLegal(action.name())) {
                problems.add(
                        new Problem(place, "The action name " + name + " is not legal; give it " + Names.SYNTAX + "."));
            }
            if (!seen.add(action.name())) {
                problems.add(
                        new Problem(place, "The action " + name + " is already defined; define each action once."));
            }
            for (Scope scope : List.of(Scope.DEVICE, Scope.WORKSPACE, Scope.ORGANIZATION)) {
                permissions(scope).checkReferences(place, "The action " + name, "takes", action.needs(scope), problems);
            }
        }
    }

    static String text(@Nullable Place place, String otherwise) {
        return place == null ? otherwise : place.text();
    }
}
