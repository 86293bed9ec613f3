package io.doorward.index;

import org.jspecify.annotations.Nullable;

/**
 * What few devices have, apart from the words that all have.
 *
 * @param text the id, if it is no UUID as {@link CanonicalUuid} reads it
 * @param claimedBy the workspaces that claimed the device
 * @param links the public links that lead to it
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record RareOfDevice(@Nullable String text, int[] claimedBy, int[] links) {

    static final RareOfDevice NOTHING = new RareOfDevice(null, Numbers.NONE, Numbers.NONE);
}
