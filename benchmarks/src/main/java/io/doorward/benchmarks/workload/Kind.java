package io.doorward.benchmarks.workload;

/** What kind of questions. */
public enum Kind {
    /** As they come: 50% allowed, 10% on a device of another tenant, 2% each of unknown tokens and devices, else denied. */
    MIXED,

    /** Allowed, all of them. */
    ALLOWED,

    /** Known token and device, but no right; one in five on a device of another tenant. */
    DENIED,

    /** A token that nobody has, on a device that exists. */
    UNKNOWN_TOKEN,

    /** A device that nobody has. */
    UNKNOWN_DEVICE,

    /** A known token and a device id of 4,000 characters, or the other way round. */
    OVER_LONG,

    /**
     * A device id with a letter that Latin-1 lacks: half of them exist, the others differ from an id that exists in the
     * high byte of one letter only.
     */
    NON_LATIN_1,

    /** Allowed by a grant of the principal on that very device, which its workspace owns. */
    OWN_GRANT,

    /**
     * One half as {@link #OWN_GRANT}, the other such principals and devices with an action that is denied: so that no processor
     * foresees the answer, and goes on to the next question before it has it.
     */
    OWN_GRANT_OR_NOT,

    /** Allowed by a grant of a team, and by nothing else. */
    TEAM,

    /** One half as {@link #TEAM}, the other denied likewise. */
    TEAM_OR_NOT,

    /** Allowed on a device that is claimed. */
    CLAIM,

    /** One half as {@link #CLAIM}, the other denied likewise. */
    CLAIM_OR_NOT,

    /** May the principal view the first of the devices on which it has grants, by id? */
    FIRST_GRANT,

    /** May the principal view the middle one of the devices on which it has grants, by id? */
    MIDDLE_GRANT,

    /** May the principal view the last of the devices on which it has grants, by id? */
    LAST_GRANT,

    /** The member of nested teams, allowed by one of them, the innermost or the outermost alike. Only at size T. */
    NESTED;

    /** Whether there are such questions at a size. */
    public boolean isAskedAt(Size size) {
        return this != NESTED || size.teams.nested > 0;
    }
}
