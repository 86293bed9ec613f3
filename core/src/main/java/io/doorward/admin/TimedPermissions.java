package io.doorward.admin;

import io.doorward.permission.Permission;
import io.doorward.permission.PermissionSet;
import io.doorward.permission.Permissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BinaryOperator;

/**
 * When each permission of one scope is held, and when the bare relationship or the bare grant is, which is a right of its
 * own. An immutable value.
 */
final class TimedPermissions {

    private final Permissions permissions;

    /** By bit; the last one is the bare right. Never changed after construction. */
    private final Times[] times;

    private TimedPermissions(Permissions permissions, Times[] times) {
        this.permissions = permissions;
        this.times = times;
    }

    static TimedPermissions none(Permissions permissions) {
        Times[] never = new Times[permissions.size() + 1];
        Arrays.fill(never, Times.NEVER);
        return new TimedPermissions(permissions, never);
    }

    /** These permissions, closed already, and the bare right, at these times. */
    static TimedPermissions of(PermissionSet set, Times bare, Times when) {
        Times[] times = none(set.permissions()).times;
        for (long rest = set.bits(); rest != 0; rest &= rest - 1) {
            times[Long.numberOfTrailingZeros(rest)] = when;
        }
        times[times.length - 1] = bare;
        return new TimedPermissions(set.permissions(), times);
    }

    TimedPermissions union(TimedPermissions other) {
        return combined(other, Times::union);
    }

    TimedPermissions minus(TimedPermissions other) {
        return combined(other, Times::minus);
    }

    /** These, within some times only. */
    TimedPermissions during(Times when) {
        Times[] cut = new Times[times.length];
        Arrays.setAll(cut, i -> times[i].intersect(when));
        return new TimedPermissions(permissions, cut);
    }

    private TimedPermissions combined(TimedPermissions other, BinaryOperator<Times> how) {
        Times[] result = new Times[times.length];
        Arrays.setAll(result, i -> how.apply(times[i], other.times[i]));
        return new TimedPermissions(permissions, result);
    }

    boolean isEmpty() {
        return Arrays.stream(times).allMatch(Times::isEmpty);
    }

    /** When the bare right is held. */
    Times bare() {
        return times[times.length - 1];
    }

    /** What is held at an instant, apart from the bare right. */
    PermissionSet at(Instant instant) {
        long bits = 0;
        for (int bit = 0; bit < permissions.size(); bit++) {
            bits |= times[bit].contains(instant) ? 1L << bit : 0;
        }
        return permissions.fromBits(bits);
    }

    /** What is held at every instant of some times, apart from the bare right. */
    PermissionSet throughout(Times when) {
        long bits = 0;
        for (int bit = 0; bit < permissions.size(); bit++) {
            bits |= when.minus(times[bit]).isEmpty() ? 1L << bit : 0;
        }
        return permissions.fromBits(bits);
    }

    /** What is held at any time, apart from the bare right. */
    PermissionSet ever() {
        long bits = 0;
        for (int bit = 0; bit < permissions.size(); bit++) {
            bits |= times[bit].isEmpty() ? 0 : 1L << bit;
        }
        return permissions.fromBits(bits);
    }

    /** The first instant at which anything is held; something must be. */
    Instant first() {
        return Arrays.stream(times)
                .filter(when -> !when.isEmpty())
                .map(Times::first)
                .min(Instant::compareTo)
                .orElseThrow();
    }

    /** The permissions that are held at any time, by name; the bare right stands for itself where it is all there is. */
    List<String> names(String bare) {
        List<String> names = new ArrayList<>();
        for (Permission permission : ever().toList()) {
            names.add(permission.name());
        }
        if (names.isEmpty() && !bare().isEmpty()) {
            names.add(bare);
        }
        return names;
    }
}
