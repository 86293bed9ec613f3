package io.doorward.index;

import java.util.Arrays;
import java.util.Collection;
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
        devices = Arrays.stream(presences).mapToInt(presence -> presence.device).toArray();
    }

    static Claims of(Collection<PresenceRow> presences) {
        return presences.isEmpty()
                ? NONE
                : new Claims(presences.stream()
                        .sorted(Comparator.comparingInt(presence -> presence.device))
                        .toArray(PresenceRow[]::new));
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
