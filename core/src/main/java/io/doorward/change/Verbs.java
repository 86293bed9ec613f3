package io.doorward.change;

import java.util.HashMap;
import java.util.Map;
import java.util.function.BiConsumer;

/** What each kind of change does to a policy. */
final class Verbs {

    private static final Map<Class<? extends Change>, BiConsumer<Change, Edit>> ALL = all();

    private final Map<Class<? extends Change>, BiConsumer<Change, Edit>> verbs = new HashMap<>();

    private Verbs() {}

    static void carryOut(Change change, Edit edit) {
        BiConsumer<Change, Edit> verb = ALL.get(change.getClass());
        if (verb == null) {
            throw new IllegalStateException("Nothing is known of the change " + change.getClass() + ".");
        }
        verb.accept(change, edit);
    }

    <C extends Change> Verbs on(Class<C> kind, BiConsumer<C, Edit> verb) {
        verbs.put(kind, (change, edit) -> verb.accept(kind.cast(change), edit));
        return this;
    }

    private static Map<Class<? extends Change>, BiConsumer<Change, Edit>> all() {
        Verbs verbs = new Verbs();
        UserVerbs.addTo(verbs);
        TokenVerbs.addTo(verbs);
        OrganizationVerbs.addTo(verbs);
        WorkspaceVerbs.addTo(verbs);
        MemberVerbs.addTo(verbs);
        GrantVerbs.addTo(verbs);
        TeamVerbs.addTo(verbs);
        ApiUserVerbs.addTo(verbs);
        DeviceVerbs.addTo(verbs);
        ProductVerbs.addTo(verbs);
        ClaimVerbs.addTo(verbs);
        LinkVerbs.addTo(verbs);
        PolicyVerbs.addTo(verbs);
        return Map.copyOf(verbs.verbs);
    }
}
