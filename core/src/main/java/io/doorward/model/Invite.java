package io.doorward.model;

import org.jspecify.annotations.Nullable;

/**
 * A pending membership for an e-mail address. It gives no right until the host accepts it for a user with exactly that
 * address.
 *
 * @param email compared exactly
 * @param invitedBy who invited; null for the host
 * @param rights what the membership will hold
 * @param window the window of the membership to come
 */
public record Invite(String email, @Nullable PrincipalId invitedBy, Rights rights, Window window) {}
