package io.doorward.decision;

/**
 * What a client may be told (domain §5, "To a client"): nothing by which the things of one tenant could be told apart from
 * things that do not exist.
 */
public enum ClientReason {
    /** Allowed. */
    ALLOWED,
    /** Whoever asks is not known here, or not any more. */
    UNAUTHENTICATED,
    /** The service cannot answer at the moment. */
    STALE,
    /** No such thing, as far as the asker may know. */
    NOT_FOUND,
    /** See {@link Reason#SUSPENDED}. */
    SUSPENDED,
    /** See {@link Reason#UNKNOWN_ACTION}. */
    UNKNOWN_ACTION,
    /** See {@link Reason#NO_GRANT}. */
    NO_GRANT,
    /** See {@link Reason#EXPIRED}. */
    EXPIRED,
    /** See {@link Reason#MISSING_PERMISSIONS}. */
    MISSING_PERMISSIONS,
    /** See {@link Reason#OWNING_WORKSPACE_ONLY}. */
    OWNING_WORKSPACE_ONLY,
    /** See {@link Reason#CLAIM_CEILING}. */
    CLAIM_CEILING,
    /** See {@link Reason#OWNER_ONLY}. */
    OWNER_ONLY
}
