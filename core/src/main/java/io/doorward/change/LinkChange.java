package io.doorward.change;

import io.doorward.model.DeviceId;
import io.doorward.model.PrincipalId;
import io.doorward.permission.LinkMode;

/** Changes of public links; their tokens are a {@link TokenChange}. */
public sealed interface LinkChange extends Change {

    /**
     * Adds a public link, which has no token yet.
     *
     * @param link an id that no principal has
     * @param device to which it leads
     * @param mode what it carries
     */
    record CreateLink(PrincipalId link, DeviceId device, LinkMode mode) implements LinkChange {}

    /**
     * Suspends a public link, or lifts that.
     *
     * @param link which
     * @param suspended whether everything is denied from now on
     */
    record SuspendLink(PrincipalId link, boolean suspended) implements LinkChange {}

    /**
     * Deletes a public link with its tokens.
     *
     * @param link which
     */
    record DeleteLink(PrincipalId link) implements LinkChange {}
}
