package io.doorward.exhaustive;

/** Who owns the organization of a workspace. */
enum Owner {
    NO_ORGANIZATION,
    SOMEBODY_ELSE,
    THE_PRINCIPAL,
    /** The claiming workspace belongs to the same organization as the owning one. */
    SAME_ORGANIZATION
}
