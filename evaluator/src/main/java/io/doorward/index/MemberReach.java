package io.doorward.index;

import io.doorward.permission.Action;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * On which devices of a workspace a member has the permissions on devices that an action needs, own and through teams, at
 * one instant. What it has on all devices, and on products, is found out once; of the rest {@link #on} asks the rules, or
 * looks into the set of devices with grants if {@link #gather} has made one. For one thread.
 */
final class MemberReach {

    /** Asking the rules about a device costs as much as gathering so many grants, or more. */
    private static final int GRANTS_A_QUESTION = 64;

    /** What a grant brings: nothing that is not there on all devices, all that is lacking, or a part of it. */
    private static final byte NOTHING = 0;

    private static final byte ENOUGH = 1;
    private static final byte PART = 2;

    private final MemberRow member;
    private final TeamTable teams;

    /** Those in which the member is at the instant. */
    private final TeamRow[] in;

    private final GrantCodes codes;
    private final long second;
    private final int nano;
    private final boolean asksForAnyGrant;

    /** What the action needs; one bit that stands for a grant if it asks for any. */
    private final long needed;

    /** The member's own, and those of its teams. */
    private final RightsRow[] rights;

    /** What of the needed it has on all devices. */
    private final long everywhere;

    /** By product number, whether it has all that is needed on its devices. */
    private final boolean[] products;

    private final boolean isOnProducts;

    /** How many grants on single devices there are, live or not. */
    private final long grants;

    /** The devices with a grant that is enough; null if they were not gathered. */
    private @Nullable NumberSet enough;

    /** The devices with a grant that brings a part, which may suffice together with others; null if there are none. */
    private @Nullable NumberSet parts;

    /**
     * Begins.
     *
     * @param codes those of the version, which know what the codes in each of its rows mean
     */
    MemberReach(MemberRow member, TeamTable teams, GrantCodes codes, Action action, long second, int nano) {
        this.member = member;
        this.teams = teams;
        this.codes = codes;
        this.second = second;
        this.nano = nano;
        long neededOnDevice = action.devicePermissions().bits();
        asksForAnyGrant = neededOnDevice == 0 && action.workspacePermissions().bits() == 0;
        needed = asksForAnyGrant ? 1 : neededOnDevice;
        in = teams();
        rights = rights();
        long wide = 0;
        int productCount = 0;
        long count = 0;
        for (RightsRow row : rights) {
            wide |= brings(row.allDevices);
            productCount = Math.max(productCount, row.byProduct.length);
            count += row.deviceCount();
        }
        everywhere = wide;
        grants = count;
        products = new boolean[productCount];
        isOnProducts = productCount > 0 && findProducts();
    }

    private TeamRow[] teams() {
        int[] always = member.teams.always;
        TeamLink[] timed = member.teams.timed;
        TeamRow[] found = new TeamRow[always.length + timed.length];
        int count = 0;
        for (int team : always) {
            found[count++] = teams.get(team);
        }
        for (TeamLink link : timed) {
            if (link.isLive(second, nano)) {
                found[count++] = teams.get(link.team);
            }
        }
        return count == found.length ? found : Arrays.copyOf(found, count);
    }

    private RightsRow[] rights() {
        RightsRow[] found = new RightsRow[1 + in.length];
        found[0] = member.own;
        for (int i = 0; i < in.length; i++) {
            found[1 + i] = in[i].rights;
        }
        return found;
    }

    /** Finds the products; whether there are any. */
    private boolean findProducts() {
        long[] masks = new long[products.length];
        Arrays.fill(masks, everywhere);
        boolean isAny = false;
        for (RightsRow row : rights) {
            for (int product = 0; product < row.byProduct.length; product++) {
                masks[product] |= brings(row.byProduct[product]);
                products[product] = masks[product] == needed;
                isAny |= products[product];
            }
        }
        return isAny;
    }

    private long brings(@Nullable GrantRow grant) {
        return grant != null && grant.isLive(second, nano) ? brings(grant.mask) : 0;
    }

    private long brings(long mask) {
        return asksForAnyGrant ? needed : needed & mask;
    }

    private byte kind(long brought) {
        if ((brought & ~everywhere) == 0) {
            return NOTHING;
        }
        return (brought | everywhere) == needed ? ENOUGH : PART;
    }

    /** By code, of which kind a grant with it is. */
    private byte[] kinds() {
        byte[] kinds = new byte[GrantCodes.APART + 1];
        for (int code = 1; code <= codes.count(); code++) {
            kinds[code] = kind(brings(codes.mask(code)));
        }
        return kinds;
    }

    boolean isEverywhere() {
        return everywhere == needed;
    }

    /** Whether it has what is needed on all devices of some product. */
    boolean isOnProducts() {
        return isOnProducts;
    }

    /** How many grants on single devices there are, live or not. */
    long grants() {
        return grants;
    }

    /** Whether it has what is needed on the device. */
    boolean on(int device, int product) {
        if (everywhere == needed || (product >= 0 && product < products.length && products[product])) {
            return true;
        }
        NumberSet known = enough;
        if (known != null) {
            NumberSet some = parts;
            if (known.contains(device)) {
                return true;
            }
            if (some == null || !some.contains(device)) {
                return false;
            }
        }
        return asksForAnyGrant
                ? member.grantState(teams, device, product, second, nano) == GrantState.LIVE
                : (needed & ~member.deviceMask(teams, device, product, second, nano)) == 0;
    }

    /** The devices for which {@link #on} is true, if these were gathered and are all; else null. */
    @Nullable
    NumberSet exactly() {
        return isOnProducts || parts != null ? null : enough;
    }

    /** The devices on which a single grant brings something, in no order, some perhaps more than once. O(grants). */
    int[] devicesWithGrants() {
        byte[] kinds = kinds();
        int[] devices = new int[(int) grants];
        int count = 0;
        for (RightsRow row : rights) {
            count = row.writeDevices(
                    code -> kinds[code] != NOTHING, grant -> kind(brings(grant)) != NOTHING, devices, count);
        }
        return Arrays.copyOf(devices, count);
    }

    /**
     * Makes questions about devices cheaper, if there will be so many that this is worth it.
     *
     * @param present the devices that will be asked about, most likely
     */
    void gather(long questions, PresentDevices present) {
        if (GRANTS_A_QUESTION * questions < cost(present)) {
            return;
        }
        byte[] kinds = kinds();
        NumberSet all = present.newSet();
        if (gather(kinds, ENOUGH, present, all)) {
            NumberSet some = present.newSet();
            gather(kinds, PART, present, some);
            parts = some;
        }
        enough = all;
    }

    /** What it costs to gather all grants, the cost of gathering one grant that is no bit being 1. */
    private long cost(PresentDevices present) {
        long cost = grants;
        for (TeamRow team : in) {
            GrantBits bits = team.bits(present);
            cost += bits.areKept() ? bits.cost() - team.rights.deviceCount() : 0;
        }
        return cost;
    }

    /**
     * Adds the devices with a grant of one kind; returns whether there is one that brings a part only. Grants that lie apart
     * are dear to look at, and not looked at where the device has been added before.
     */
    private boolean gather(byte[] kinds, byte kind, PresentDevices present, NumberSet devices) {
        int seen = member.own.addDevices(kinds, kind, devices);
        for (TeamRow team : in) {
            GrantBits bits = team.bits(present);
            seen |= bits.areKept()
                    ? bits.addDevices(kinds, kind, codes.order, devices)
                    : team.rights.addDevices(kinds, kind, devices);
        }
        for (RightsRow row : rights) {
            for (int i = 0; i < row.apart.length; i++) {
                int device = row.apartDevices[i];
                if (!devices.contains(device)) {
                    byte ofThis = kind(brings(row.apart[i]));
                    seen |= ofThis;
                    if (ofThis == kind) {
                        devices.add(device);
                    }
                }
            }
        }
        return (seen & PART) != 0;
    }
}
