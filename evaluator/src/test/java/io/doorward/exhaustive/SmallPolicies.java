package io.doorward.exhaustive;

import static io.doorward.exhaustive.Dimension.*;

import io.doorward.model.ApiUserBuilder;
import io.doorward.model.MemberBuilder;
import io.doorward.model.OrganizationBuilder;
import io.doorward.model.Policy;
import io.doorward.model.PolicyBuilder;
import io.doorward.model.PublicLinkBuilder;
import io.doorward.model.TeamBuilder;
import io.doorward.model.TokenBuilder;
import io.doorward.model.UserBuilder;
import io.doorward.model.WindowBuilder;
import io.doorward.model.WorkspaceBuilder;
import io.doorward.permission.LinkMode;
import io.doorward.permission.Permission;
import io.doorward.token.TokenHash;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Makes the policy of a combination, in the way a host would. Thread-safe. */
final class SmallPolicies {

    static final String PRINCIPAL = "p";
    static final String OTHER_PRINCIPAL = "q";
    static final String DEVICE = "d";
    static final String SIBLING = "sibling";
    static final String FOREIGN = "foreign";
    static final String OWNING = "m";
    static final String THIRD_WORKSPACE = "t";
    static final String UNRELATED = "u";
    static final String OWNING_ORGANIZATION = "o";
    static final String CLAIMING_ORGANIZATION = "oc";
    static final String THIRD_ORGANIZATION = "ot";

    /** The first and the second token of the principal. */
    static final List<String> TOKENS = List.of("token-1", "token-2");

    private static final List<TokenHash> HASHES =
            TOKENS.stream().map(TokenHash::ofClearText).toList();

    private static final String PRODUCT_ID = "product";
    private static final String OTHER_PRODUCT = "other-product";
    private static final List<String> TEAMS = List.of("team", "inner", "in-inner", "innermost");

    private final SmallCatalogues catalogues = new SmallCatalogues();

    /** The id of the claiming workspace, before or after that of the owning one. */
    static String claiming(Combination c) {
        return c.yes(ORDER) ? "c" : "x";
    }

    Policy of(Combination c) {
        PolicyBuilder policy = Policy.builder().catalogue(catalogues.of(c)).user(OTHER_PRINCIPAL);
        if (c.is(KIND, Kind.USER)) {
            policy.user(PRINCIPAL, user -> user(user, c));
        }
        organizations(policy, c);
        policy.workspace(OWNING, workspace -> owning(workspace, c));
        policy.workspace(claiming(c), workspace -> claiming(workspace, c));
        if (c.has(THIRD)) {
            policy.workspace(THIRD_WORKSPACE, workspace -> third(workspace, c.get(THIRD, Third.class)));
        }
        policy.workspace(UNRELATED, workspace -> {});
        if (c.get(KIND, Kind.class).isLink()) {
            policy.publicLink(PRINCIPAL, link -> link(link, c));
        }
        return policy.build();
    }

    // Who asks

    private static void user(UserBuilder user, Combination c) {
        user.suspended(c.yes(SUSPENDED));
        tokens(c, user::token);
    }

    private static void apiUser(ApiUserBuilder user, Combination c) {
        user.suspended(c.yes(SUSPENDED));
        tokens(c, user::token);
    }

    private static void link(PublicLinkBuilder link, Combination c) {
        Kind kind = c.get(KIND, Kind.class);
        link.device(kind == Kind.LINK_TO_SIBLING ? SIBLING : DEVICE)
                .mode(kind == Kind.READ_LINK ? LinkMode.READ : LinkMode.WRITE)
                .suspended(c.yes(SUSPENDED));
        tokens(c, link::token);
    }

    private static void tokens(Combination c, BiConsumer<TokenHash, Consumer<TokenBuilder>> add) {
        switch (c.get(SECRET, Secret.class)) {
            case NONE -> {}
            case LIVE -> add.accept(HASHES.get(0), token -> {});
            case UNTIL_NOON -> add.accept(HASHES.get(0), token -> set(Span.UNTIL_NOON, token));
            case FROM_NOON -> add.accept(HASHES.get(0), token -> set(Span.FROM_NOON, token));
            case REVOKED -> add.accept(HASHES.get(0), token -> token.revokedAt(Span.NOON));
            case REVOKED_AND_OVER_AT_NOON ->
                add.accept(HASHES.get(0), token -> set(Span.UNTIL_NOON, token).revokedAt(Span.NOON));
            case ONE_REVOKED_ONE_LIVE -> {
                add.accept(HASHES.get(0), token -> token.revokedAt(Span.NOON));
                add.accept(HASHES.get(1), token -> {});
            }
        }
    }

    private static TokenBuilder set(Span span, TokenBuilder token) {
        span.set(token::notBefore, token::expiresAt);
        return token;
    }

    // Organizations

    private static void organizations(PolicyBuilder policy, Combination c) {
        if (c.has(OWNER)) {
            policy.organization(OWNING_ORGANIZATION, organization -> {
                owner(organization, c.get(OWNER, Owner.class));
                if (c.has(ADMIN)) {
                    organization.admin(PRINCIPAL, c.get(ADMIN, Admin.class).permissions(), null);
                }
            });
        }
        Owner claiming = c.get(CLAIMING_OWNER, Owner.class);
        if (claiming == Owner.SOMEBODY_ELSE || claiming == Owner.THE_PRINCIPAL) {
            policy.organization(CLAIMING_ORGANIZATION, organization -> owner(organization, claiming));
        }
        if (c.is(THIRD, Third.OWNED_BY_THE_PRINCIPAL)) {
            policy.organization(THIRD_ORGANIZATION, organization -> owner(organization, Owner.THE_PRINCIPAL));
        }
    }

    private static void owner(OrganizationBuilder organization, Owner owner) {
        organization.owner(owner == Owner.THE_PRINCIPAL ? PRINCIPAL : OTHER_PRINCIPAL);
    }

    // Workspaces

    private static void owning(WorkspaceBuilder workspace, Combination c) {
        if (c.has(OWNER)) {
            workspace.organization(OWNING_ORGANIZATION);
        }
        workspace
                .suspended(c.yes(OWNING_SUSPENDED))
                .product(PRODUCT_ID)
                .product(OTHER_PRODUCT)
                .device(DEVICE, device -> {
                    device.suspended(c.yes(DEVICE_SUSPENDED));
                    if (!c.is(PRODUCT, Product.NONE)) {
                        device.product(c.has(PRODUCT) ? OTHER_PRODUCT : PRODUCT_ID);
                    }
                })
                .device(SIBLING, device -> device.product(PRODUCT_ID));
        if (c.is(KIND, Kind.API_USER_OF_OWNING)) {
            workspace.apiUser(PRINCIPAL, user -> apiUser(user, c));
        }
        if (!c.is(ROW, Row.NONE)) {
            workspace.member(PRINCIPAL, member -> {
                set(c.get(ROW, Row.class).span, member);
                member.permissions(c.get(OFFICE, Office.class).permissions());
                grant(c, ALL_DEVICES, ALL_DEVICES_SPAN, member::allDevices);
                grant(c, ON_PRODUCT, ON_PRODUCT_SPAN, (held, span) -> member.product(PRODUCT_ID, held, span));
                grant(c, ON_DEVICE, ON_DEVICE_SPAN, (held, span) -> member.device(DEVICE, held, span));
            });
        }
        otherPrincipal(workspace, c, false);
        teams(workspace, c, false);
    }

    private static void claiming(WorkspaceBuilder workspace, Combination c) {
        switch (c.get(CLAIMING_OWNER, Owner.class)) {
            case NO_ORGANIZATION -> {}
            case SAME_ORGANIZATION -> workspace.organization(OWNING_ORGANIZATION);
            default -> workspace.organization(CLAIMING_ORGANIZATION);
        }
        workspace
                .suspended(c.yes(CLAIMING_SUSPENDED))
                .product(PRODUCT_ID)
                .device(FOREIGN, device -> device.product(PRODUCT_ID));
        Claimed claimed = c.get(CLAIM, Claimed.class);
        if (claimed != Claimed.NOT_CLAIMED) {
            workspace.claim(DEVICE, claim -> {
                if (claimed.ceiling() != Held.ABSENT) {
                    claim.ceiling(claimed.ceiling().permissions());
                }
            });
        }
        if (c.is(KIND, Kind.API_USER_OF_CLAIMING)) {
            workspace.apiUser(PRINCIPAL, user -> apiUser(user, c));
        }
        if (!c.is(CLAIMING_ROW, Row.NONE)) {
            workspace.member(PRINCIPAL, member -> {
                set(c.get(CLAIMING_ROW, Row.class).span, member);
                member.permissions(c.get(CLAIMING_OFFICE, Office.class).permissions());
                grant(c, CLAIMING_ALL_DEVICES, CLAIMING_ALL_DEVICES_SPAN, member::allDevices);
                if (c.has(CLAIMING_ON_PRODUCT)) {
                    member.product(PRODUCT_ID, Held.ALL.permissions(), window -> {});
                }
                grant(
                        c,
                        CLAIMING_ON_DEVICE,
                        CLAIMING_ON_DEVICE_SPAN,
                        (held, span) -> member.device(DEVICE, held, span));
            });
        }
        otherPrincipal(workspace, c, true);
        teams(workspace, c, true);
    }

    private static void set(Span span, MemberBuilder member) {
        span.set(member::notBefore, member::expiresAt);
    }

    private static void grant(
            Combination c, Dimension grant, Dimension span, BiConsumer<List<Permission>, Consumer<WindowBuilder>> add) {
        Held held = c.get(grant, Held.class);
        if (held != Held.ABSENT) {
            add.accept(held.permissions(), window -> set(c.get(span, Span.class), window));
        }
    }

    private static void set(Span span, WindowBuilder window) {
        span.set(window::notBefore, window::expiresAt);
    }

    private static void otherPrincipal(WorkspaceBuilder workspace, Combination c, boolean inClaiming) {
        switch (c.get(OTHER, Other.class)) {
            case NOWHERE -> {}
            case MEMBER_WITH_ALL ->
                workspace.member(OTHER_PRINCIPAL, member -> member.permissions(Office.ADMIN.permissions())
                        .allDevices(Held.ALL.permissions(), window -> {}));
            case TEAM_MATE -> {
                if (c.get(PATH, Path.class).isInClaiming() == inClaiming) {
                    workspace.member(OTHER_PRINCIPAL);
                }
            }
        }
    }

    private static void teams(WorkspaceBuilder workspace, Combination c, boolean inClaiming) {
        Path path = c.get(PATH, Path.class);
        if (path.isInClaiming() != inClaiming) {
            return;
        }
        for (int i = 0; i < path.depth(); i++) {
            int depth = i;
            workspace.team(TEAMS.get(i), team -> team(team, c, depth));
        }
    }

    private static void team(TeamBuilder team, Combination c, int depth) {
        if (depth == 0) {
            team.permissions(c.get(TEAM_OFFICE, Office.class).permissions());
            grant(c, TEAM_ALL_DEVICES, TEAM_ALL_DEVICES_SPAN, team::allDevices);
            grant(c, TEAM_ON_PRODUCT, TEAM_ON_PRODUCT_SPAN, (held, span) -> team.product(PRODUCT_ID, held, span));
            grant(c, TEAM_ON_DEVICE, TEAM_ON_DEVICE_SPAN, (held, span) -> team.device(DEVICE, held, span));
            if (c.has(SHORT_CUT)) {
                team.member(PRINCIPAL, window -> set(c.get(SHORT_CUT, Row.class).span, window));
            }
        }
        if (depth + 1 < c.get(PATH, Path.class).depth()) {
            team.team(TEAMS.get(depth + 1));
            return;
        }
        team.member(PRINCIPAL, window -> set(c.get(PATH_SPAN, Span.class), window));
        if (c.is(OTHER, Other.TEAM_MATE)) {
            team.member(OTHER_PRINCIPAL);
        }
    }

    private static void third(WorkspaceBuilder workspace, Third third) {
        workspace.suspended(third == Third.ALL_BUT_SUSPENDED);
        workspace.claim(DEVICE, claim -> {
            if (third == Third.ALL_UNDER_LOW_CEILING) {
                claim.ceiling();
            }
        });
        switch (third) {
            case ABSENT, STRANGER -> {}
            case OWNED_BY_THE_PRINCIPAL -> workspace.organization(THIRD_ORGANIZATION);
            default -> workspace.member(PRINCIPAL, member -> third(member, third));
        }
    }

    private static void third(MemberBuilder member, Third third) {
        switch (third) {
            case MEMBER_UNTIL_NOON -> set(Span.UNTIL_NOON, member.allDevices(Held.ALL.permissions(), window -> {}));
            case GRANT_UNTIL_NOON ->
                member.device(DEVICE, Held.ALL.permissions(), window -> set(Span.UNTIL_NOON, window));
            case EMPTY_GRANT -> member.device(DEVICE);
            case GRANT_OF_WRITE -> member.device(DEVICE, Held.WRITE.permissions(), window -> {});
            case ONLY_WORKSPACE_ADMIN -> member.permissions(Office.ADMIN.permissions());
            case ALL_UNDER_LOW_CEILING, ALL_BUT_SUSPENDED ->
                member.permissions(Office.ADMIN.permissions()).allDevices(Held.ALL.permissions(), window -> {});
            default -> {}
        }
    }
}
