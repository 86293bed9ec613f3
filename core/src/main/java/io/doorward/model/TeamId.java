package io.doorward.model;

/**
 * Identifies a team within its workspace.
 *
 * <p>Ids are compared exactly: no trimming, no case folding, no Unicode normalization. They sort by code point.
 *
 * @param value 1 to 256 bytes of well-formed UTF-8 without control characters
 */
public record TeamId(String value) implements Comparable<TeamId> {

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if the value is empty, too long, ill-formed or has a control character
     */
    public TeamId {
        Identifiers.require("team id", value);
    }

    @Override
    public int compareTo(TeamId other) {
        return Identifiers.compare(value, other.value);
    }

    /** The id itself. */
    @Override
    public String toString() {
        return value;
    }
}
