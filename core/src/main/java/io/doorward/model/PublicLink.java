package io.doorward.model;

import io.doorward.permission.LinkMode;
import java.util.List;

/**
 * A principal that is nothing but a way to one device.
 *
 * @param id unique among all principals
 * @param device the device that it leads to
 * @param mode what it carries
 * @param suspended whether everything is denied to it
 * @param tokens its tokens, by hash
 */
public record PublicLink(PrincipalId id, DeviceId device, LinkMode mode, boolean suspended, List<Token> tokens) {

    /** Copies the list. */
    public PublicLink {
        tokens = List.copyOf(tokens);
    }
}
