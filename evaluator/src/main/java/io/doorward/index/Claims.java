package io.doorward.index;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The devices of other workspaces that are present in one, by number: two arrays side by side, for a binary search. */
final class Claims {

    private static final Claims NONE = new Claims(new PresenceRow[0]);

    private final int[] devices;
    private final PresenceRow[] presences;

    private Claims(PresenceRow[] presences) {
        this.presences = presences;
        devices = devices(presences);
    }

    private static int[] devices(PresenceRow[] presences) {
        return Arrays.stream(presences).mapToInt(presence -> presence.device).toArray();
    }

    /** All claims of a workspace. O(n log n). */
    static Claims of(List<PresenceRow> presences) {
        if (presences.isEmpty()) {
            return NONE;
        }
        PresenceRow[] all = presences.toArray(new PresenceRow[0]);
        Arrays.sort(all, Comparator.comparingInt(presence -> presence.device));
        return new Claims(all);
    }

    /** By the number of the device. */
    List<PresenceRow> presences() {
        return List.of(presences);
    }

    /** The numbers of the devices, sorted. */
    int[] devices() {
        return devices;
    }

    @Nullable
    PresenceRow on(int device) {
        int i = Arrays.binarySearch(devices, device);
        return i < 0 ? null : presences[i];
    }
}
