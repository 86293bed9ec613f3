package io.doorward.model;

/**
 * Identifies a user, an API user or a public link: the three kinds of principal share one id space.
 *
 * <p>Ids are compared exactly: no trimming, no case folding, no Unicode normalization. They sort by code point.
 *
 * @param value 1 to 256 bytes of well-formed UTF-8 without control characters
 */
public record PrincipalId(String value) implements Comparable<PrincipalId> {

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if the value is empty, too long, ill-formed or has a control character
     */
    public PrincipalId {
        Identifiers.require("principal id", value);
    }

    @Override
    public int compareTo(PrincipalId other) {
        return Identifiers.compare(value, other.value);
    }

    /** The id itself. */
    @Override
    public String toString() {
        return value;
    }
}
