package io.doorward.model;

import io.doorward.permission.PermissionSet;
import io.doorward.token.TokenHash;
import org.jspecify.annotations.Nullable;

/**
 * The owner's side of a claim to come: whoever may claim devices into his workspace and knows the code turns it into a
 * claim. It gives no right by itself.
 *
 * @param device a device of the workspace that holds this row
 * @param ceiling the claim's ceiling; null for the catalogue's default ceiling
 * @param openedBy who opened it; null for the host
 * @param window when it can be accepted
 * @param code the SHA-256 of the code
 */
public record Offer(
        DeviceId device,
        @Nullable PermissionSet ceiling,
        @Nullable PrincipalId openedBy,
        Window window,
        TokenHash code) {}
