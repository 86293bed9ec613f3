package io.doorward.index;

import io.doorward.index.persistent.KeyedHash;
import io.doorward.model.DeviceId;
import org.jspecify.annotations.Nullable;

/**
 * A device and where it is present: in the workspace that owns it, and in those that claimed it. A claim's terms lie in the
 * row of the workspace that claimed, so that a change of them leaves this row as it is.
 *
 * <p>A view of the words in {@link DeviceTable}, made where more than a check needs it.
 */
final class DeviceRow extends Row {

    /** The id, if it is a UUID as {@link CanonicalUuid} reads it. */
    final long high;

    final long low;

    /** The id, if it is none. */
    final @Nullable String text;

    final boolean suspended;

    /** What teams of the owning workspace hold on it, see {@link TeamGrants}. */
    final int teamGrants;

    /** The presence in the workspace that owns it. */
    final PresenceRow owning;

    /** The workspaces that claimed it. */
    final int[] claimedBy;

    /** The public links that lead here. */
    final int[] links;

    DeviceRow(
            int number,
            long generation,
            long high,
            long low,
            @Nullable String text,
            boolean suspended,
            int teamGrants,
            PresenceRow owning,
            int[] claimedBy,
            int[] links) {
        super(number, generation);
        this.high = high;
        this.low = low;
        this.text = text;
        this.suspended = suspended;
        this.teamGrants = teamGrants;
        this.owning = owning;
        this.claimedBy = claimedBy;
        this.links = links;
    }

    /** The row of a device of the policy, on which no team has a grant. */
    static DeviceRow of(
            int number,
            long generation,
            DeviceId id,
            boolean suspended,
            PresenceRow owning,
            int[] claimedBy,
            int[] links) {
        String text = id.value();
        NarrowText narrow = RequestTexts.ofThread().device;
        boolean isUuid = CanonicalUuid.read(text, narrow);
        return new DeviceRow(
                number,
                generation,
                isUuid ? narrow.first : 0,
                isUuid ? narrow.second : 0,
                isUuid ? null : text,
                suspended,
                TeamGrants.NONE,
                owning,
                claimedBy,
                links);
    }

    /** The id, written out anew. */
    DeviceId id() {
        return new DeviceId(text == null ? CanonicalUuid.text(high, low) : text);
    }

    /** In how many workspaces it is present. */
    int presences() {
        return 1 + claimedBy.length;
    }

    /** The number of the i-th of these workspaces, the owning one first. */
    int workspace(int i) {
        return i == 0 ? owning.workspace : claimedBy[i - 1];
    }

    /** Whether all but the relations to other workspaces, to teams and to links is the same. */
    boolean saysTheSameAs(DeviceRow other) {
        return generation == other.generation
                && suspended == other.suspended
                && owning.workspace == other.owning.workspace
                && owning.productNumber == other.owning.productNumber;
    }

    DeviceRow with(int[] otherClaimedBy, int[] otherLinks) {
        return new DeviceRow(
                number, generation, high, low, text, suspended, teamGrants, owning, otherClaimedBy, otherLinks);
    }

    DeviceRow with(int otherTeamGrants) {
        return new DeviceRow(number, generation, high, low, text, suspended, otherTeamGrants, owning, claimedBy, links);
    }

    @Override
    int hash(KeyedHash hash) {
        return text == null ? hash.of(high, low) : hash.of(text);
    }
}
