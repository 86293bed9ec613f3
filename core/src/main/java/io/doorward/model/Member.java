package io.doorward.model;

/**
 * The membership of a user or an API user in a workspace. Outside its window it gives nothing, its teams included.
 *
 * @param principal a user, or an API user of this workspace
 * @param rights what it holds by itself
 * @param window when the membership is valid
 */
public record Member(PrincipalId principal, Rights rights, Window window) {}
