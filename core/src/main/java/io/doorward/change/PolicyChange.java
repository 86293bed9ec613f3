package io.doorward.change;

import io.doorward.permission.Catalogue;
import java.time.Instant;

/** Changes of the policy as a whole. They are the host's. */
public sealed interface PolicyChange extends Change {

    /**
     * Puts another catalogue in place. Refused where it lacks a permission that a row names.
     *
     * @param catalogue the new one
     */
    record ChangeCatalogue(Catalogue catalogue) implements PolicyChange {}

    /**
     * Removes what expired, and tokens that were revoked, before an instant; never what is still to come. No answer turns into an allow by it.
     *
     * @param before the instant; a later one than that of the change counts as that
     */
    record Purge(Instant before) implements PolicyChange {}
}
