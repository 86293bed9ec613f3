package io.doorward.json;

import io.doorward.model.InstantText;
import io.doorward.model.MemberBuilder;
import io.doorward.model.Policy;
import io.doorward.model.PolicyBuilder;
import io.doorward.model.Revision;
import io.doorward.model.TeamBuilder;
import io.doorward.model.TokenBuilder;
import io.doorward.model.Window;
import io.doorward.model.WindowBuilder;
import io.doorward.model.WorkspaceBuilder;
import io.doorward.permission.Catalogue;
import io.doorward.permission.LinkMode;
import io.doorward.permission.Permission;
import io.doorward.permission.Permissions;
import io.doorward.permission.Scope;
import io.doorward.token.TokenHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Small random policies that use everything a document can say; the same seed gives the same policy. */
final class RandomPolicies {

    /** Ids that are easily taken for each other, or that a sloppy writer would break. */
    private static final List<String> ODD = List.of(
            "a",
            "A",
            "a ",
            " a",
            "é",
            "e\u0301",
            "*",
            "$$",
            "a:b",
            "a|b",
            "a,b",
            "😀",
            "\"",
            "\\",
            "/",
            "{}",
            "\uFEFF",
            "\u2028",
            "<script>",
            "null",
            "true",
            "0",
            "x".repeat(256),
            "é".repeat(128),
            "😀".repeat(64),
            "\uE000",
            "ﬀ",
            "");

    private final Random random;
    private int tokens;

    private RandomPolicies(long seed) {
        random = new Random(seed);
    }

    static Policy of(long seed) {
        return new RandomPolicies(seed).policy();
    }

    private Policy policy() {
        PolicyBuilder policy = Policy.builder();
        Catalogue catalogue = chance(3) ? Catalogue.defaults() : catalogue();
        policy.catalogue(catalogue);
        if (chance(2)) {
            policy.revision(new Revision(
                    chance(2) ? "" : "lineage " + any(ODD.subList(0, 20)), random.nextInt(3) * (Long.MAX_VALUE / 2)));
        }
        List<String> users = ids("u", 5);
        users.forEach(id -> policy.user(id, user -> {
            maybe(
                    () -> user.email(id + "@example.com".substring(0, Math.max(0, 12 - id.length() / 20))),
                    id.length() < 200);
            maybe(() -> user.name(odd()), true);
            maybe(() -> user.suspended(true), chance(4));
            tokens(user::token);
        }));
        List<String> organizations = users.isEmpty() ? List.of() : ids("o", 3);
        organizations.forEach(id -> policy.organization(id, organization -> {
            organization.owner(any(users));
            maybe(() -> organization.name(odd()), true);
            some(users).forEach(user -> organization.admin(user, permissions(catalogue.organization()), null));
        }));
        List<List<String>> devices = new ArrayList<>();
        List<String> workspaces = ids("w", 4);
        workspaces.forEach(id -> devices.add(ids("d" + workspaces.indexOf(id), 5)));
        for (int i = 0; i < workspaces.size(); i++) {
            List<String> own = devices.get(i);
            List<String> foreign = devices.stream()
                    .filter(list -> list != own)
                    .flatMap(List::stream)
                    .toList();
            String number = Integer.toString(i);
            policy.workspace(workspaces.get(i), workspace -> {
                maybe(() -> workspace.slug("slug " + number), true);
                maybe(() -> workspace.name(odd()), true);
                maybe(() -> workspace.organization(any(organizations)), !organizations.isEmpty());
                maybe(() -> workspace.suspended(true), chance(4));
                fill(workspace, number, catalogue, users, own, some(foreign));
            });
        }
        List<String> all = devices.stream().flatMap(List::stream).toList();
        List<LinkMode> modes = List.of(LinkMode.values()).stream()
                .filter(mode -> catalogue.linkMode(mode).isPresent())
                .toList();
        if (!all.isEmpty() && !modes.isEmpty()) {
            ids("l", 3)
                    .forEach(id -> policy.publicLink(id, link -> {
                        link.device(any(all)).mode(any(modes));
                        maybe(() -> link.suspended(true), chance(4));
                        tokens(link::token);
                    }));
        }
        return policy.build();
    }

    private void fill(
            WorkspaceBuilder workspace,
            String number,
            Catalogue catalogue,
            List<String> users,
            List<String> own,
            List<String> claimed) {
        List<String> products = ids("p", 3);
        products.forEach(id -> workspace.product(id, product -> maybe(() -> product.name(odd()), true)));
        own.forEach(id -> workspace.device(id, device -> {
            maybe(() -> device.product(any(products)), !products.isEmpty());
            maybe(() -> device.name(odd()), true);
            maybe(() -> device.tags(List.of(odd(), "tag", "tag")), true);
            maybe(() -> device.suspended(true), chance(4));
        }));
        claimed.forEach(
                id -> workspace.claim(id, claim -> maybe(() -> claim.ceiling(permissions(catalogue.device())), true)));
        some(own)
                .forEach(id -> workspace.offer(id, token(), offer -> {
                    maybe(() -> offer.ceiling(permissions(catalogue.device())), true);
                    maybe(() -> offer.openedBy(any(users)), !users.isEmpty());
                    window(offer::notBefore, offer::expiresAt);
                }));
        List<String> apiUsers = ids("api" + number, 3);
        apiUsers.forEach(id -> workspace.apiUser(id, user -> {
            maybe(() -> user.name(odd()), true);
            maybe(() -> user.suspended(true), chance(4));
            tokens(user::token);
        }));
        List<String> present = new ArrayList<>(own);
        present.addAll(claimed);
        List<String> members = new ArrayList<>(some(users));
        members.addAll(some(apiUsers));
        members.forEach(id -> workspace.member(id, member -> {
            rights(member, catalogue, products, present);
            window(member::notBefore, member::expiresAt);
        }));
        List<String> teams = ids("t", 4);
        for (int i = 0; i < teams.size(); i++) {
            List<String> inner = some(teams.subList(i + 1, teams.size()));
            workspace.team(teams.get(i), team -> {
                maybe(() -> team.name(odd()), true);
                some(members).forEach(id -> team.member(id, this::window));
                inner.forEach(team::team);
                rights(team, catalogue, products, present);
            });
        }
        ids("i", 2)
                .forEach(email -> workspace.invite(email, invite -> {
                    maybe(() -> invite.invitedBy(any(users)), !users.isEmpty());
                    invite.permissions(permissions(catalogue.workspace()));
                    maybe(() -> invite.allDevices(permissions(catalogue.device()), this::window), true);
                    some(products).forEach(id -> invite.product(id, permissions(catalogue.device()), this::window));
                    some(present).forEach(id -> invite.device(id, permissions(catalogue.device()), this::window));
                    window(invite::notBefore, invite::expiresAt);
                }));
    }

    private void rights(MemberBuilder member, Catalogue catalogue, List<String> products, List<String> devices) {
        member.permissions(permissions(catalogue.workspace()));
        maybe(() -> member.allDevices(permissions(catalogue.device()), this::window), true);
        some(products).forEach(id -> member.product(id, permissions(catalogue.device()), this::window));
        some(devices).forEach(id -> member.device(id, permissions(catalogue.device()), this::window));
    }

    private void rights(TeamBuilder team, Catalogue catalogue, List<String> products, List<String> devices) {
        team.permissions(permissions(catalogue.workspace()));
        maybe(() -> team.allDevices(permissions(catalogue.device()), this::window), true);
        some(products).forEach(id -> team.product(id, permissions(catalogue.device()), this::window));
        some(devices).forEach(id -> team.device(id, permissions(catalogue.device()), this::window));
    }

    private Catalogue catalogue() {
        Catalogue.Builder catalogue = Catalogue.builder();
        List<String> device = names("d");
        List<String> workspace = names("w");
        List<String> organization = names("o");
        for (int i = 0; i < device.size(); i++) {
            // A permission implies only such as follow, so that there is no circle.
            List<String> implied = some(device.subList(i + 1, device.size()));
            catalogue.devicePermission(device.get(i), permission -> {
                permission.implies(implied);
                maybe(permission::implicit, chance(4));
            });
        }
        workspace.forEach(catalogue::workspacePermission);
        organization.forEach(catalogue::organizationPermission);
        maybe(() -> catalogue.defaultCeiling(some(device), null), true);
        for (LinkMode mode : LinkMode.values()) {
            maybe(() -> catalogue.publicLinks(mode, some(device), null), true);
        }
        for (String name : names("action")) {
            switch (any(List.of(Scope.values()))) {
                case DEVICE ->
                    catalogue.deviceAction(name, action -> {
                        action.device(some(device)).workspace(some(workspace));
                        maybe(action::owningWorkspaceOnly, true);
                    });
                case WORKSPACE -> catalogue.workspaceAction(name, action -> action.workspace(some(workspace)));
                case ORGANIZATION ->
                    catalogue.organizationAction(name, action -> {
                        action.organization(some(organization));
                        maybe(action::ownerOnly, true);
                    });
            }
        }
        return catalogue.build();
    }

    private List<String> names(String prefix) {
        List<String> names = new ArrayList<>();
        int count = chance(5) ? 64 : random.nextInt(5);
        for (int i = 0; i < count; i++) {
            names.add(prefix + any(List.of("_", ".", ":", "-", "X")) + i);
        }
        return names;
    }

    private void tokens(TokenSetter setter) {
        for (int i = random.nextInt(3); i > 0; i--) {
            setter.token(token(), token -> {
                maybe(() -> token.name(odd()), true);
                maybe(() -> token.revokedAt(instant()), chance(4));
                window(token::notBefore, token::expiresAt);
            });
        }
    }

    private interface TokenSetter {

        Object token(TokenHash hash, Consumer<TokenBuilder> details);
    }

    private TokenHash token() {
        return TokenHash.ofClearText("token " + tokens++);
    }

    private void window(WindowBuilder window) {
        window(window::notBefore, window::expiresAt);
    }

    private void window(Consumer<Instant> notBefore, Consumer<Instant> expiresAt) {
        Instant one = instant();
        Instant other = instant();
        if (one.isBefore(other)) {
            maybe(() -> notBefore.accept(one), true);
            maybe(() -> expiresAt.accept(other), true);
        }
    }

    private Instant instant() {
        return switch (random.nextInt(5)) {
            case 0 -> Window.MIN;
            case 1 -> Window.MAX;
            case 2 -> InstantText.parse("2026-07-01T12:00:00Z").plusNanos(random.nextInt(3));
            default ->
                InstantText.parse("2026-07-01T12:00:00Z")
                        .plusSeconds(random.nextInt())
                        .plusMillis(random.nextInt(1_000));
        };
    }

    private List<Permission> permissions(Permissions permissions) {
        return some(permissions.list());
    }

    private List<String> ids(String prefix, int most) {
        List<String> ids = new ArrayList<>();
        for (int i = random.nextInt(most + 1); i > 0; i--) {
            String id = chance(3) ? prefix + i + any(ODD.subList(0, 20)) : prefix + i;
            ids.add(id);
        }
        return ids;
    }

    private String odd() {
        return any(ODD);
    }

    private <T> List<T> some(List<T> list) {
        return list.stream().filter(each -> random.nextBoolean()).toList();
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private void maybe(Runnable action, boolean possible) {
        if (possible && random.nextBoolean()) {
            action.run();
        }
    }

    private boolean chance(int oneIn) {
        return random.nextInt(oneIn) == 0;
    }
}
