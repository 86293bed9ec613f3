package io.doorward.index;

import io.doorward.permission.Action;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * On which devices of a workspace a member has the permissions on devices that an action needs, own and through teams, at
 * one instant. What it has on all devices, and on products, is found out once; of the rest {@link #on} asks the rules, or
 * looks into the set of devices with grants if {@link #gather} has made one. For one thread.
 */
final class MemberReach {

    /** Asking the rules about a device costs as much as gathering so many grants, or more. */
    private static final int GRANTS_A_QUESTION = 16;

    private final MemberRow member;
    private final TeamTable teams;
    private final long second;
    private final int nano;
    private final boolean asksForAnyGrant;

    /** What the action needs; one bit that stands for a grant if it asks for any. */
    private final long needed;

    /** The member's own, and those of the teams in which it is at the instant. */
    private final List<RightsRow> rights = new ArrayList<>();

    /** What of the needed it has on all devices. */
    private final long everywhere;

    /** By product number, whether it has all that is needed on its devices. */
    private final boolean[] products;

    /** The devices with a grant that brings something; null if they were not gathered. */
    private @Nullable NumberSet granted;

    /** Whether grants may suffice only together. */
    private boolean inParts;

    MemberReach(MemberRow member, TeamTable teams, Action action, long second, int nano) {
        this.member = member;
        this.teams = teams;
        this.second = second;
        this.nano = nano;
        long neededOnDevice = action.devicePermissions().bits();
        asksForAnyGrant = neededOnDevice == 0 && action.workspacePermissions().bits() == 0;
        needed = asksForAnyGrant ? 1 : neededOnDevice;
        rights.add(member.own);
        for (int team : member.teams.always) {
            rights.add(teams.get(team).rights);
        }
        for (TeamLink link : member.teams.timed) {
            if (link.isLive(second, nano)) {
                rights.add(teams.get(link.team).rights);
            }
        }
        long wide = 0;
        int productCount = 0;
        for (RightsRow row : rights) {
            wide |= brings(row.allDevices);
            productCount = Math.max(productCount, row.byProduct.length);
        }
        everywhere = wide;
        products = products(productCount);
    }

    private boolean[] products(int count) {
        long[] masks = new long[count];
        Arrays.fill(masks, everywhere);
        boolean[] suffices = new boolean[count];
        for (RightsRow row : rights) {
            for (int product = 0; product < row.byProduct.length; product++) {
                masks[product] |= brings(row.byProduct[product]);
                suffices[product] = masks[product] == needed;
            }
        }
        return suffices;
    }

    private long brings(@Nullable GrantRow grant) {
        if (grant == null || !grant.isLive(second, nano)) {
            return 0;
        }
        return asksForAnyGrant ? needed : needed & grant.mask;
    }

    boolean isEverywhere() {
        return everywhere == needed;
    }

    /** Whether it has what is needed on all devices of some product. */
    boolean isOnProducts() {
        return IntStream.range(0, products.length).anyMatch(product -> products[product]);
    }

    /** How many grants on single devices there are, live or not. */
    int grants() {
        return rights.stream().mapToInt(RightsRow::deviceCount).sum();
    }

    /** Whether it has what is needed on the device. */
    boolean on(int device, int product) {
        if (everywhere == needed || (product >= 0 && product < products.length && products[product])) {
            return true;
        }
        NumberSet known = granted;
        if (known != null) {
            boolean isGranted = known.contains(device);
            if (!isGranted || !inParts) {
                return isGranted;
            }
        }
        return asksForAnyGrant
                ? member.grantState(teams, device, product, second, nano) == GrantState.LIVE
                : (needed & ~member.deviceMask(teams, device, product, second, nano)) == 0;
    }

    /** The devices on which a single grant brings something, in no order, some perhaps more than once. O(grants). */
    int[] devicesWithGrants() {
        int[] devices = new int[grants()];
        int count = 0;
        for (RightsRow row : rights) {
            count = row.writeDevices(this::bringsMore, devices, count);
        }
        return Arrays.copyOf(devices, count);
    }

    /** Whether a grant on a device brings something. If it is not enough, questions have to look closer from then on. */
    private boolean bringsMore(GrantRow grant) {
        long brought = brings(grant);
        boolean isMore = (brought & ~everywhere) != 0;
        inParts |= isMore && (brought | everywhere) != needed;
        return isMore;
    }

    /** Makes questions about devices cheaper, if there will be so many that this is worth it. */
    void gather(long questions) {
        if (GRANTS_A_QUESTION * questions < grants()) {
            return;
        }
        int[] devices = devicesWithGrants();
        NumberSet set = new NumberSet(devices.length);
        for (int device : devices) {
            set.add(device);
        }
        granted = set;
    }
}
