package io.doorward.admin;

import io.doorward.model.ApiUserBuilder;
import io.doorward.model.MemberBuilder;
import io.doorward.model.Policy;
import io.doorward.model.PolicyBuilder;
import io.doorward.model.TeamBuilder;
import io.doorward.model.WindowBuilder;
import io.doorward.model.WorkspaceBuilder;
import io.doorward.permission.Catalogue;
import io.doorward.permission.LinkMode;
import io.doorward.permission.Permission;
import io.doorward.token.TokenHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A small world of policies in which p administers workspace w: every row of p and every product of device d, each with
 * everything that differs from the plain in at most two of team, other member, API user, organization, other workspace and
 * promise.
 */
final class SmallAdministrations {

    static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");
    static final TokenHash CODE = TokenHash.ofClearText("code");
    static final TokenHash API_TOKEN = TokenHash.ofClearText("token of g");
    static final TokenHash LINK_TOKEN = TokenHash.ofClearText("token of l");

    static final Catalogue CATALOGUE = catalogue();

    static final Permission MEMBERS = CATALOGUE.workspace().find("members").orElseThrow();
    static final Permission DEVICES = CATALOGUE.workspace().find("devices").orElseThrow();
    static final Permission EDIT = CATALOGUE.device().find("edit").orElseThrow();
    static final Permission ADMINS = CATALOGUE.organization().find("admins").orElseThrow();
    static final Permission WORKSPACES =
            CATALOGUE.organization().find("workspaces").orElseThrow();

    enum Row {
        NONE(false, false, false),
        BARE(false, false, false),
        MEMBERS(true, false, false),
        DEVICES(false, true, false),
        BOTH(true, true, false),
        BARE_UNTIL_NOON(false, false, true),
        MEMBERS_UNTIL_NOON(true, false, true),
        DEVICES_UNTIL_NOON(false, true, true),
        BOTH_UNTIL_NOON(true, true, true);

        private final boolean members;
        private final boolean devices;
        private final boolean untilNoon;

        Row(boolean members, boolean devices, boolean untilNoon) {
            this.members = members;
            this.devices = devices;
            this.untilNoon = untilNoon;
        }

        private List<Permission> permissions() {
            List<Permission> permissions = new ArrayList<>();
            if (members) {
                permissions.add(SmallAdministrations.MEMBERS);
            }
            if (devices) {
                permissions.add(SmallAdministrations.DEVICES);
            }
            return permissions;
        }
    }

    enum Held {
        NOTHING,
        EDIT_ON_DEVICE,
        VIEW_ON_DEVICE_UNTIL_NOON,
        EDIT_ON_PRODUCT,
        EDIT_ON_ALL,
        EDIT_ON_ALL_UNTIL_NOON
    }

    enum Product {
        NONE,
        MODEL
    }

    enum Team {
        OF_OTHERS_WITH_MEMBERS,
        NONE,
        OF_P_WITH_NOTHING,
        OF_P_WITH_MEMBERS,
        OF_P_WITH_DEVICES_AND_EDIT,
        OF_P_UNTIL_NOON_WITH_BOTH,
        INSIDE_ANOTHER_WITH_DEVICES
    }

    enum Other {
        BARE,
        NONE,
        MEMBERS_AND_EDIT_ON_ALL,
        MEMBERS_UNTIL_NOON
    }

    enum Api {
        BARE,
        NONE,
        DEVICES_WITH_TOKEN,
        SUSPENDED_WITH_TOKEN_AND_EDIT,
        IN_TEAM_WITH_TOKEN_UNTIL_NOON
    }

    enum Organization {
        NONE,
        OWNED_BY_P,
        OWNED_BY_Q,
        OWNED_BY_R
    }

    enum Elsewhere {
        NOTHING,
        P_HAS_DEVICES,
        CLAIMED,
        CLAIMED_AND_P_HAS_BOTH
    }

    enum Promise {
        NONE,
        OFFER_BY_HOST,
        OFFER_BY_Q,
        OFFER_BY_P,
        INVITE_BY_HOST,
        INVITE_BY_Q,
        LINK,
        SUSPENDED_LINK,
        SUSPENDED_DEVICE
    }

    /** One policy, in words. */
    record Combination(
            Row row,
            Held held,
            Product product,
            Team team,
            Other other,
            Api api,
            Organization organization,
            Elsewhere elsewhere,
            Promise promise) {

        /** In how many dimensions it differs from the plain. */
        private int distance() {
            List<Enum<?>> mine = List.of(team, other, api, organization, elsewhere, promise);
            int distance = 0;
            for (int i = 0; i < mine.size(); i++) {
                distance += mine.get(i) == PLAIN.get(i) ? 0 : 1;
            }
            return distance;
        }
    }

    private static final List<Enum<?>> PLAIN = List.of(
            Team.OF_OTHERS_WITH_MEMBERS, Other.BARE, Api.BARE, Organization.NONE, Elsewhere.NOTHING, Promise.NONE);

    private SmallAdministrations() {}

    /** The whole world, in an order that is always the same. */
    static List<Combination> all() {
        List<Combination> all = new ArrayList<>();
        for (Row row : Row.values()) {
            for (Held held : row == Row.NONE ? new Held[] {Held.NOTHING} : Held.values()) {
                for (Product product : Product.values()) {
                    others(row, held, product, all);
                }
            }
        }
        return all;
    }

    private static void others(Row row, Held held, Product product, List<Combination> all) {
        for (Team team : Team.values()) {
            for (Other other : Other.values()) {
                for (Api api : Api.values()) {
                    for (Organization organization : Organization.values()) {
                        for (Elsewhere elsewhere : Elsewhere.values()) {
                            for (Promise promise : Promise.values()) {
                                Combination one = new Combination(
                                        row, held, product, team, other, api, organization, elsewhere, promise);
                                if (one.distance() <= 2) {
                                    all.add(one);
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    static Policy policy(Combination c) {
        PolicyBuilder policy = Policy.builder()
                .catalogue(CATALOGUE)
                .user("p")
                .user("q")
                .user("r", user -> user.email("r@x"))
                .workspace("w", w -> fill(w, c))
                .workspace("v", v -> fillElsewhere(v, c));
        if (c.organization != Organization.NONE) {
            policy.organization("o", organization -> {
                switch (c.organization) {
                    case OWNED_BY_P -> organization.owner("p").admin("q", ADMINS);
                    case OWNED_BY_Q -> organization.owner("q").admin("p", ADMINS);
                    default ->
                        organization.owner("r").admin("p", ADMINS, WORKSPACES).admin("q", WORKSPACES);
                }
            });
        }
        if (c.promise == Promise.LINK || c.promise == Promise.SUSPENDED_LINK) {
            policy.publicLink("l", link -> link.device("d")
                    .mode(c.promise == Promise.LINK ? LinkMode.READ : LinkMode.WRITE)
                    .suspended(c.promise == Promise.SUSPENDED_LINK)
                    .token(LINK_TOKEN));
        }
        return policy.build();
    }

    private static void fill(WorkspaceBuilder w, Combination c) {
        if (c.organization != Organization.NONE) {
            w.organization("o");
        }
        w.product("m").product("n").device("d", device -> {
            device.suspended(c.promise == Promise.SUSPENDED_DEVICE);
            if (c.product == Product.MODEL) {
                device.product("m");
            }
        });
        if (c.row != Row.NONE) {
            w.member("p", p -> fill(p, c));
        }
        switch (c.other) {
            case BARE -> w.member("q");
            case NONE -> {}
            case MEMBERS_AND_EDIT_ON_ALL ->
                w.member("q", q -> q.permissions(MEMBERS).allDevices(EDIT));
            case MEMBERS_UNTIL_NOON -> w.member("q", q -> q.permissions(MEMBERS).expiresAt(NOON));
        }
        if (c.api != Api.NONE) {
            w.apiUser("g", g -> fill(g, c));
        }
        if (c.team != Team.NONE) {
            w.team("t", t -> fill(t, c));
        }
        switch (c.team) {
            case INSIDE_ANOTHER_WITH_DEVICES ->
                w.team("u", u -> u.permissions(DEVICES).allDevices(EDIT).team("t"));
            case OF_P_WITH_MEMBERS -> w.team("u", u -> u.permissions(DEVICES));
            case OF_OTHERS_WITH_MEMBERS, OF_P_WITH_NOTHING -> w.team("u", u -> {});
            default -> {}
        }
        switch (c.promise) {
            case OFFER_BY_HOST -> w.offer("d", CODE, offer -> {});
            case OFFER_BY_Q -> w.offer("d", CODE, offer -> offer.ceiling(EDIT).openedBy("q"));
            case OFFER_BY_P -> w.offer("d", CODE, offer -> offer.ceiling(EDIT).openedBy("p"));
            case INVITE_BY_HOST -> w.invite("r@x", invite -> invite.permissions(MEMBERS));
            case INVITE_BY_Q -> w.invite("r@x", invite -> invite.device("d").invitedBy("q"));
            default -> {}
        }
    }

    private static void fill(MemberBuilder p, Combination c) {
        p.permissions(c.row.permissions());
        if (c.row.untilNoon) {
            p.expiresAt(NOON);
        }
        Consumer<WindowBuilder> untilNoon = window -> window.expiresAt(NOON);
        switch (c.held) {
            case NOTHING -> {}
            case EDIT_ON_DEVICE -> p.device("d", EDIT);
            case VIEW_ON_DEVICE_UNTIL_NOON -> p.device("d", List.of(), untilNoon);
            case EDIT_ON_PRODUCT -> p.product("m", EDIT);
            case EDIT_ON_ALL -> p.allDevices(EDIT);
            case EDIT_ON_ALL_UNTIL_NOON -> p.allDevices(List.of(EDIT), untilNoon);
        }
    }

    private static void fill(ApiUserBuilder g, Combination c) {
        switch (c.api) {
            case DEVICES_WITH_TOKEN -> g.permissions(DEVICES).token(API_TOKEN);
            case SUSPENDED_WITH_TOKEN_AND_EDIT ->
                g.suspended(true).token(API_TOKEN).device("d", EDIT);
            case IN_TEAM_WITH_TOKEN_UNTIL_NOON -> g.token(API_TOKEN, token -> token.expiresAt(NOON));
            default -> {}
        }
    }

    private static void fill(TeamBuilder t, Combination c) {
        switch (c.team) {
            case OF_OTHERS_WITH_MEMBERS, INSIDE_ANOTHER_WITH_DEVICES -> t.permissions(MEMBERS);
            case OF_P_WITH_MEMBERS -> t.permissions(MEMBERS);
            case OF_P_WITH_DEVICES_AND_EDIT -> t.permissions(DEVICES).product("m", EDIT);
            case OF_P_UNTIL_NOON_WITH_BOTH -> t.permissions(MEMBERS, DEVICES).allDevices(EDIT);
            default -> {}
        }
        if (c.row != Row.NONE) {
            switch (c.team) {
                case OF_P_WITH_NOTHING, OF_P_WITH_MEMBERS, OF_P_WITH_DEVICES_AND_EDIT -> t.member("p");
                case OF_P_UNTIL_NOON_WITH_BOTH -> t.member("p", window -> window.expiresAt(NOON));
                default -> {}
            }
        }
        if (c.api == Api.IN_TEAM_WITH_TOKEN_UNTIL_NOON) {
            t.member("g");
        }
    }

    private static void fillElsewhere(WorkspaceBuilder v, Combination c) {
        if (c.organization == Organization.OWNED_BY_P) {
            v.organization("o");
        }
        switch (c.elsewhere) {
            case NOTHING -> {}
            case P_HAS_DEVICES -> v.member("p", p -> p.permissions(DEVICES));
            case CLAIMED -> v.claim("d").member("q", q -> q.device("d", EDIT));
            case CLAIMED_AND_P_HAS_BOTH ->
                v.claim("d", claim -> claim.ceiling(EDIT))
                        .member("p", p -> p.permissions(MEMBERS, DEVICES).device("d"))
                        .member("q", q -> q.device("d", EDIT));
        }
    }

    /** Every action that a change takes, with as few permissions as can be. */
    private static Catalogue catalogue() {
        Catalogue.Builder catalogue = Catalogue.builder()
                .organizationPermission("admins")
                .organizationPermission("workspaces")
                .workspacePermission("members")
                .workspacePermission("devices")
                .devicePermission("view", view -> view.implicit())
                .devicePermission("edit", edit -> edit.implies("view"))
                .defaultCeiling("view")
                .publicLinks(LinkMode.READ, "view")
                .publicLinks(LinkMode.WRITE, "edit")
                .deviceAction("device.edit", action -> action.device("edit"))
                .deviceAction("device.manage_public_links", action -> action.device("edit")
                        .owningWorkspaceOnly())
                .deviceAction("device.manage_access", action -> action.workspace("members"))
                .organizationAction("organization.manage_admins", action -> action.organization("admins"))
                .organizationAction("organization.create_workspace", action -> action.organization("workspaces"))
                .organizationAction("organization.transfer_ownership", action -> action.ownerOnly());
        for (String name : List.of("delete", "move", "claim_out", "unclaim")) {
            catalogue.deviceAction(
                    "device." + name, action -> action.workspace("devices").owningWorkspaceOnly());
        }
        for (String name : List.of("edit", "manage_members", "manage_teams", "manage_api_users")) {
            catalogue.workspaceAction("workspace." + name, action -> action.workspace("members"));
        }
        for (String name : List.of("create_device", "claim_device", "release_claim", "edit_products")) {
            catalogue.workspaceAction("workspace." + name, action -> action.workspace("devices"));
        }
        return catalogue.build();
    }
}
