package io.doorward.change;

import io.doorward.change.LinkChange.CreateLink;
import io.doorward.change.LinkChange.DeleteLink;
import io.doorward.change.LinkChange.SuspendLink;
import io.doorward.model.PrincipalId;
import io.doorward.model.PublicLink;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How public links change. */
final class LinkVerbs {

    private LinkVerbs() {}

    static void addTo(Verbs verbs) {
        verbs.on(CreateLink.class, (change, edit) -> {
                    if (edit.requireFree(change.link())) {
                        edit.policy()
                                .put(new PublicLink(change.link(), change.device(), change.mode(), false, List.of()));
                    }
                })
                .on(SuspendLink.class, (change, edit) -> {
                    PublicLink link = link(change.link(), edit);
                    if (link != null) {
                        edit.policy()
                                .put(new PublicLink(
                                        link.id(), link.device(), link.mode(), change.suspended(), link.tokens()));
                    }
                })
                .on(DeleteLink.class, (change, edit) -> {
                    if (link(change.link(), edit) != null) {
                        edit.policy().removeLink(change.link());
                    }
                });
    }

    private static @Nullable PublicLink link(PrincipalId id, Edit edit) {
        PublicLink link = edit.policy().publicLinks().get(id);
        if (link == null) {
            edit.problem("There is no public link " + Edit.quoted(id) + ".");
        }
        return link;
    }
}
