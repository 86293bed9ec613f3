package io.doorward.model;

/**
 * Identifies a device; unique over all workspaces, most often a UUID, but any other string is as good. {@code 0F8F...} and {@code 0f8f...} are two devices.
 *
 * <p>Ids are compared exactly: no trimming, no case folding, no Unicode normalization. They sort by code point.
 *
 * @param value 1 to 256 bytes of well-formed UTF-8 without control characters
 */
public record DeviceId(String value) implements ResourceId, Comparable<DeviceId> {

    /**
     * Checks the text.
     *
     * @throws IllegalArgumentException if the value is empty, too long, ill-formed or has a control character
     */
    public DeviceId {
        Identifiers.require("device id", value);
    }

    @Override
    public int compareTo(DeviceId other) {
        return Identifiers.compare(value, other.value);
    }

    /** The id itself. */
    @Override
    public String toString() {
        return value;
    }
}
