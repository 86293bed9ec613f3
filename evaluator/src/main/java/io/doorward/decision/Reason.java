package io.doorward.decision;

/**
 * Why a question was answered as it was (domain §5, "The reason"). For the host's own eyes: to a client it sends
 * {@link Decision#forClient()}.
 */
public enum Reason {
    /** Allowed. */
    ALLOWED,
    /** The evaluator has been without its store for too long to answer. */
    STALE,
    /** No principal has this token. */
    UNKNOWN_TOKEN,
    /** The token was revoked. */
    TOKEN_REVOKED,
    /** The token is out of its window, not yet valid included. */
    TOKEN_EXPIRED,
    /** There is no such user, API user or public link. */
    UNKNOWN_PRINCIPAL,
    /** The principal, the device, its owning workspace or the workspace asked about is suspended. */
    SUSPENDED,
    /** The catalogue has no such action, or has it for another scope. */
    UNKNOWN_ACTION,
    /** There is no such device, or it is not present in the workspace that the question names. */
    UNKNOWN_DEVICE,
    /** There is no such workspace. */
    UNKNOWN_WORKSPACE,
    /** There is no such organization. */
    UNKNOWN_ORGANIZATION,
    /** The principal has nothing to do with the workspace or the organization. */
    NOT_A_MEMBER,
    /** The principal holds no grant on the device. */
    NO_GRANT,
    /** The membership, or every grant on the device, is out of its window. */
    EXPIRED,
    /** The live rights lack a permission that the action needs. */
    MISSING_PERMISSIONS,
    /** The right does not come through the workspace that owns the device. */
    OWNING_WORKSPACE_ONLY,
    /** The right is there, but the claim through which the device came does not let it through. */
    CLAIM_CEILING,
    /** Only the owner of the organization may do this. */
    OWNER_ONLY;

    /** Whether the question failed at the token or the principal, before anything else was looked at. */
    public boolean isAboutTheAsker() {
        return this == UNKNOWN_TOKEN || this == TOKEN_REVOKED || this == TOKEN_EXPIRED || this == UNKNOWN_PRINCIPAL;
    }
}
