package io.doorward.change;

import io.doorward.change.PolicyChange.ChangeCatalogue;
import io.doorward.change.PolicyChange.Purge;

/** How a policy changes as a whole. */
final class PolicyVerbs {

    private PolicyVerbs() {}

    static void addTo(Verbs verbs) {
        verbs.on(ChangeCatalogue.class, (change, edit) -> edit.policy().changeCatalogue(change.catalogue()))
                .on(Purge.class, (change, edit) -> new PurgeOfExpired(
                                edit.policy(), change.before().isAfter(edit.now()) ? edit.now() : change.before())
                        .carryOut());
    }
}
