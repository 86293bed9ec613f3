package io.doorward.index;

import io.doorward.model.Policy;
import io.doorward.model.PolicyBuilder;
import io.doorward.model.WindowBuilder;
import io.doorward.model.WorkspaceBuilder;
import io.doorward.permission.Catalogue;
import io.doorward.permission.Permission;
import io.doorward.token.TokenHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Few devices, teams by the dozen and memberships in many of them, which change at random: grants of teams on devices, products
 * and all devices, with windows and without, devices that go from workspace to workspace and are claimed; in some scenes sets of
 * permissions have no codes left.
 */
final class TeamScene {

    /** Windows open and close then. */
    static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

    static final List<String> MEMBERS = List.of("ann", "bob", "cid");
    static final int DEVICES = 5;

    private static final int PERMISSIONS = 9;
    static final Catalogue CATALOGUE = catalogue();
    private static final List<Permission> LIST = CATALOGUE.device().list();
    private static final List<String> WORKSPACES = List.of("north", "plant", "south");

    /** With these in the first workspace no more sets have codes. */
    private static final int SETS_THAT_USE_CODES_UP = 256;

    final Random random;
    private final boolean codesAreUsedUp;
    private final int mostTeams;
    private final List<Held> usual = new ArrayList<>();
    private final Map<String, Place> places = new TreeMap<>();
    private final List<Thing> things = new ArrayList<>();

    TeamScene(long seed) {
        random = new Random(seed);
        codesAreUsedUp = random.nextInt(3) == 0;
        mostTeams = new int[] {2, 4, 20, 21, 30, 70}[random.nextInt(6)];
        for (int i = 0; i < 4; i++) {
            usual.add(new Held(1 + random.nextInt((1 << PERMISSIONS) - 1), 0));
        }
        WORKSPACES.forEach(id -> places.put(id, new Place()));
        for (int i = 0; i < DEVICES; i++) {
            things.add(new Thing());
        }
        for (int i = 0; i < mostTeams; i++) {
            places.get(WORKSPACES.get(1)).teams.put(team(i), new Team());
        }
        for (int i = 0; i < 40 + 3 * mostTeams; i++) {
            change();
        }
    }

    private Held held() {
        return random.nextInt(8) == 0
                ? new Held(random.nextInt(1 << PERMISSIONS), random.nextInt(3))
                : usual.get(random.nextInt(usual.size()));
    }

    /** Changes one thing, or nothing. */
    void change() {
        Place place = places.get(WORKSPACES.get(random.nextInt(10) < 7 ? 1 : random.nextInt(3)));
        Thing thing = things.get(random.nextInt(DEVICES));
        int dice = random.nextInt(100);
        if (dice < 6) {
            place.teams.putIfAbsent(team(random.nextInt(mostTeams)), new Team());
        } else if (dice < 8) {
            place.teams.remove(team(random.nextInt(mostTeams)));
        } else if (dice < 12) {
            thing.owner = WORKSPACES.get(random.nextInt(3));
        } else if (dice < 16) {
            thing.claimant = random.nextInt(3) == 0 ? null : WORKSPACES.get(random.nextInt(3));
            thing.ceiling = random.nextInt(1 << PERMISSIONS);
        } else if (dice < 18) {
            thing.ofProduct = !thing.ofProduct;
        } else if (dice < 21) {
            thing.isThere = random.nextInt(3) > 0;
        } else if (dice < 22) {
            place.hasProduct = !place.hasProduct;
        } else if (dice < 23) {
            place.isThere = random.nextInt(3) > 0;
        } else if (dice < 27) {
            change(place.own.computeIfAbsent(member(), id -> new Team()));
        } else if (!place.teams.isEmpty()) {
            List<Team> teams = new ArrayList<>(place.teams.values());
            change(teams.get(random.nextInt(teams.size())));
        }
    }

    private String member() {
        return MEMBERS.get(random.nextInt(MEMBERS.size()));
    }

    private void change(Team team) {
        int dice = random.nextInt(100);
        if (dice < 65) {
            int device = random.nextInt(DEVICES);
            if (random.nextInt(4) == 0) {
                team.onDevices.remove(device);
            } else {
                team.onDevices.put(device, held());
            }
        } else if (dice < 70) {
            team.all = random.nextInt(4) == 0 ? held() : null;
        } else if (dice < 75) {
            team.onProduct = random.nextInt(4) == 0 ? held() : null;
        } else if (random.nextInt(3) == 0) {
            team.members.remove(member());
        } else {
            team.members.put(member(), random.nextInt(10) == 0 ? 1 + random.nextInt(2) : 0);
        }
    }

    /** What there is now. */
    Policy policy() {
        PolicyBuilder policy = Policy.builder().catalogue(CATALOGUE);
        MEMBERS.forEach(id -> policy.user(id, user -> user.token(TokenHash.ofClearText(token(id)))));
        policy.workspace("anywhere", this::useCodesUp);
        places.forEach((id, place) -> {
            if (place.isThere) {
                policy.workspace(id, workspace -> fill(id, place, workspace));
            }
        });
        return policy.build();
    }

    private void useCodesUp(WorkspaceBuilder workspace) {
        if (codesAreUsedUp) {
            workspace.apiUser("everything", user -> {
                for (int bits = 1; bits <= SETS_THAT_USE_CODES_UP; bits++) {
                    user.device("thing-" + bits, new Held(bits, 0).permissions(), window -> {});
                }
            });
            for (int bits = 1; bits <= SETS_THAT_USE_CODES_UP; bits++) {
                workspace.device("thing-" + bits);
            }
        }
    }

    private boolean isOwned(Thing thing) {
        return thing.isThere && places.get(thing.owner).isThere;
    }

    private boolean isPresent(String id, Thing thing) {
        return isOwned(thing) && (thing.owner.equals(id) || id.equals(thing.claimant));
    }

    private void fill(String id, Place place, WorkspaceBuilder workspace) {
        if (place.hasProduct) {
            workspace.product("sensor");
        }
        for (int i = 0; i < DEVICES; i++) {
            Thing thing = things.get(i);
            if (isOwned(thing) && thing.owner.equals(id)) {
                workspace.device(device(i), device -> {
                    if (thing.ofProduct && place.hasProduct) {
                        device.product("sensor");
                    }
                });
            } else if (isPresent(id, thing)) {
                workspace.claim(device(i), claim -> claim.ceiling(new Held(thing.ceiling, 0).permissions()));
            }
        }
        MEMBERS.forEach(member -> workspace.member(
                member, row -> fill(id, place, place.own.get(member), row::allDevices, row::product, row::device)));
        place.teams.forEach((name, team) -> workspace.team(name, row -> {
            fill(id, place, team, row::allDevices, row::product, row::device);
            team.members.forEach((member, window) -> row.member(member, new Held(0, window)::within));
        }));
    }

    private void fill(String id, Place place, @Nullable Team team, Granting all, Naming product, Naming device) {
        if (team == null) {
            return;
        }
        if (team.all != null) {
            all.grant(team.all.permissions(), team.all::within);
        }
        if (team.onProduct != null && place.hasProduct) {
            product.grant("sensor", team.onProduct.permissions(), team.onProduct::within);
        }
        team.onDevices.forEach((number, held) -> {
            if (isPresent(id, things.get(number))) {
                device.grant(device(number), held.permissions(), held::within);
            }
        });
    }

    /** The id of a device: all but the first are UUIDs. */
    static String device(int number) {
        return number == 0 ? "plain" : new UUID(number * 0x1234_5678_9ABC_DEFL, ~number).toString();
    }

    /** The token of a member. */
    static String token(String member) {
        return "token of " + member;
    }

    private static String team(int number) {
        return "team-%02d".formatted(number);
    }

    private static Catalogue catalogue() {
        Catalogue.Builder catalogue = Catalogue.builder();
        for (int i = 0; i < PERMISSIONS; i++) {
            String permission = "p" + i;
            catalogue.devicePermission(permission);
            catalogue.deviceAction("do" + i, action -> action.device(permission));
        }
        return catalogue
                .deviceAction("both", action -> action.device("p0", "p1"))
                .build();
    }

    /** Of permissions, and of a window: none, until noon, from noon on. */
    private record Held(int bits, int window) {

        List<Permission> permissions() {
            List<Permission> all = new ArrayList<>();
            for (int i = 0; i < PERMISSIONS; i++) {
                if ((bits >> i & 1) != 0) {
                    all.add(LIST.get(i));
                }
            }
            return all;
        }

        void within(WindowBuilder builder) {
            if (window == 1) {
                builder.expiresAt(NOON);
            } else if (window == 2) {
                builder.notBefore(NOON);
            }
        }
    }

    private static final class Team {
        final Map<String, Integer> members = new TreeMap<>();
        final Map<Integer, Held> onDevices = new TreeMap<>();

        @Nullable
        Held all;

        @Nullable
        Held onProduct;
    }

    private static final class Place {
        final Map<String, Team> teams = new TreeMap<>();
        final Map<String, Team> own = new TreeMap<>();
        boolean hasProduct = true;
        boolean isThere = true;
    }

    /** A device, the place that owns it and that which claimed it, or none. */
    private static final class Thing {
        String owner = WORKSPACES.get(1);

        @Nullable
        String claimant;

        int ceiling;
        boolean ofProduct;
        boolean isThere = true;
    }

    private interface Granting {
        void grant(List<Permission> permissions, Consumer<WindowBuilder> window);
    }

    private interface Naming {
        void grant(String thing, List<Permission> permissions, Consumer<WindowBuilder> window);
    }
}
