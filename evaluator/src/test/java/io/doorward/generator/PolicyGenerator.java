package io.doorward.generator;

import io.doorward.model.ApiUserBuilder;
import io.doorward.model.Policy;
import io.doorward.model.PolicyBuilder;
import io.doorward.model.TokenBuilder;
import io.doorward.model.UserBuilder;
import io.doorward.model.Window;
import io.doorward.permission.Catalogue;
import io.doorward.permission.LinkMode;
import io.doorward.token.TokenHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Draws policies: few things, so that rights meet on the same device, and everything that the domain speaks of. {@link
 * Feature} counts what comes out.
 */
public final class PolicyGenerator {

    private final Chance chance;
    private final Catalogue catalogue;
    private final Moments moments;
    private final RightsGenerator rights;
    private final double suspended;
    private final List<String> pool;

    private final List<String> tokens = new ArrayList<>();
    private final List<String> users;
    private final List<String> organizations;
    private final Map<String, WorkspaceDraft> workspaces = new LinkedHashMap<>();
    private final List<String> principals;

    /**
     * Prepares to draw.
     *
     * @param common what worlds that share it have in common: the catalogue, the instants and the ids that they draw from
     * @param chance everything else; may be the same
     */
    private PolicyGenerator(Chance common, Chance chance) {
        this.chance = chance;
        catalogue = CatalogueGenerator.draw(common);
        moments = new Moments(common);
        rights = new RightsGenerator(chance, catalogue, moments);
        suspended = chance.oneOf(0.0, 0.0, 0.08, 0.2);
        pool = Ids.pool(common);
        principals = new ArrayList<>(space());
        users = take(principals, chance.between(1, 4));
        organizations = take(new ArrayList<>(space()), chance.between(0, 2));
    }

    /** The world of a seed; always the same one. */
    public static World world(long seed) {
        Chance chance = new Chance(seed);
        return world(seed, new PolicyGenerator(chance, chance));
    }

    /** Another world of a seed, of the same catalogue, instants and ids; always the same one. */
    public static World world(long seed, long variant) {
        return world(seed, new PolicyGenerator(new Chance(seed), new Chance(31 * seed + ~variant)));
    }

    private static World world(long seed, PolicyGenerator generator) {
        return new World(seed, generator.policy(), List.copyOf(generator.tokens));
    }

    /** One workspace in the making: ids only. */
    record WorkspaceDraft(List<String> products, List<String> devices, List<String> claims, List<String> apiUsers) {

        List<String> present() {
            List<String> present = new ArrayList<>(devices);
            present.addAll(claims);
            return present;
        }
    }

    private Policy policy() {
        PolicyBuilder policy = Policy.builder().catalogue(catalogue);
        users.forEach(id -> policy.user(id, this::user));
        for (String id : organizations) {
            policy.organization(id, organization -> {
                organization.owner(chance.pick(users));
                chance.some(users, 0.4)
                        .forEach(user -> organization.admin(
                                user,
                                CatalogueGenerator.hot(
                                        chance, catalogue.organization().list(), 0.5),
                                null));
            });
        }
        nameThings();
        workspaces.forEach((id, draft) -> new WorkspaceGenerator(this, draft).generate(policy, id));
        links(policy);
        return policy.build();
    }

    private void nameThings() {
        List<String> workspaceIds = take(new ArrayList<>(space()), chance.oneOf(1, 2, 2, 3, 3, 4));
        List<String> deviceIds = new ArrayList<>(space());
        for (String id : workspaceIds) {
            workspaces.put(
                    id,
                    new WorkspaceDraft(
                            take(new ArrayList<>(pool.subList(0, 3)), chance.between(0, 3)),
                            take(deviceIds, chance.oneOf(0, 1, 1, 2, 3)),
                            new ArrayList<>(),
                            take(principals, chance.oneOf(0, 0, 1, 1, 2))));
        }
        double claimed = chance.oneOf(0.0, 0.3, 0.5, 0.8);
        workspaces.forEach((owner, owning) -> workspaces.forEach((id, other) -> {
            if (!id.equals(owner)) {
                other.claims.addAll(chance.some(owning.devices, claimed));
            }
        }));
    }

    private void user(UserBuilder user) {
        user.suspended(isSuspended());
        tokens(user::token);
    }

    void apiUser(ApiUserBuilder apiUser) {
        apiUser.suspended(isSuspended());
        tokens(apiUser::token);
    }

    private void links(PolicyBuilder policy) {
        List<String> devices =
                workspaces.values().stream().flatMap(w -> w.devices.stream()).toList();
        List<LinkMode> modes = List.of(LinkMode.values()).stream()
                .filter(mode -> catalogue.linkMode(mode).isPresent())
                .toList();
        if (devices.isEmpty() || modes.isEmpty()) {
            return;
        }
        for (String id : take(principals, chance.oneOf(0, 1, 2, 3))) {
            policy.publicLink(id, link -> {
                link.device(chance.pick(devices)).mode(chance.pick(modes)).suspended(isSuspended());
                tokens(link::token);
            });
        }
    }

    private void tokens(BiConsumer<TokenHash, Consumer<TokenBuilder>> add) {
        for (int i = chance.oneOf(0, 1, 1, 1, 2, 3); i > 0; i--) {
            add.accept(TokenHash.ofClearText(newToken()), token -> {
                window(moments.window(chance), token::notBefore, token::expiresAt);
                if (chance.of(0.12)) {
                    token.revokedAt(moments.any(chance));
                }
            });
        }
    }

    /** A new secret, which is seldom a harmless one. */
    String newToken() {
        int number = tokens.size();
        String token =
                switch (chance.between(0, 49)) {
                    case 0 -> "\uD83D\uDE00".repeat(1024 - number);
                    case 1 -> "x".repeat(1024 - number);
                    case 2, 3, 4 -> "t" + (number - 1) + " ";
                    case 5, 6, 7 -> "T" + (number - 1);
                    case 8, 9, 10 -> pool.get(number % pool.size());
                    case 11, 12, 13 -> "caf\u00E9" + number;
                    case 14, 15, 16 -> "cafe\u0301" + (number - 1);
                    default -> "t" + number;
                };
        if (tokens.contains(token)) {
            token = "other t" + number;
        }
        tokens.add(token);
        return token;
    }

    static void window(Window window, Consumer<Instant> notBefore, Consumer<Instant> expiresAt) {
        if (window.notBefore() != null) {
            notBefore.accept(window.notBefore());
        }
        if (window.expiresAt() != null) {
            expiresAt.accept(window.expiresAt());
        }
    }

    /** All ids of the pool in an order of their own, those that look alike first. */
    private List<String> space() {
        int hostile = Math.min(12, pool.size());
        List<String> space = chance.shuffled(pool.subList(0, hostile));
        space.addAll(pool.subList(hostile, pool.size()));
        return space;
    }

    static <T> List<T> take(List<T> from, int count) {
        List<T> taken = new ArrayList<>(from.subList(0, Math.min(count, from.size())));
        from.subList(0, taken.size()).clear();
        return taken;
    }

    boolean isSuspended() {
        return chance.of(suspended);
    }

    Chance chance() {
        return chance;
    }

    Moments moments() {
        return moments;
    }

    RightsGenerator rights() {
        return rights;
    }

    List<String> users() {
        return users;
    }

    List<String> organizations() {
        return organizations;
    }
}
