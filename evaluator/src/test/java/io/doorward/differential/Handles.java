package io.doorward.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.decision.Reason;
import io.doorward.index.Asker;
import io.doorward.index.Index;
import io.doorward.model.ApiUser;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.PublicLink;
import io.doorward.model.Token;
import io.doorward.model.User;
import io.doorward.model.Workspace;
import io.doorward.permission.Action;
import io.doorward.permission.Scope;
import io.doorward.token.TokenHash;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Handles that were resolved in older versions, and a plain account of whether their things are still there: each step must
 * have the same principal, bound to the same workspace or device, and the same token of it.
 */
final class Handles {

    private static final int RESOLVED_A_STEP = 6;
    private static final int MOST = 60;
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-07-01T12:00:00Z"));

    private final Random random;
    private final List<Handle> handles = new ArrayList<>();

    Handles(long seed) {
        random = new Random(seed);
    }

    /** A handle and what it stands for; of an unknown token or principal it stands for nobody from the beginning. */
    private static final class Handle {

        private final Asker asker;
        private final @Nullable String token;
        private final String principal;
        private boolean alive;

        private Handle(Asker asker, @Nullable String token, String principal, boolean alive) {
            this.asker = asker;
            this.token = token;
            this.principal = principal;
            this.alive = alive;
        }
    }

    /** Resolves some handles more in the version of a policy. */
    void resolve(Index index, Policy policy, List<String> tokens) {
        Map<String, String> bindings = bindings(policy);
        Map<TokenHash, String> holders = holders(policy);
        List<String> principals = List.copyOf(bindings.keySet());
        for (int i = 0; i < RESOLVED_A_STEP; i++) {
            if (random.nextBoolean() && !tokens.isEmpty()) {
                String token = tokens.get(random.nextInt(tokens.size()));
                String holder = holders.get(TokenHash.ofClearText(token));
                handles.add(new Handle(index.askerByToken(token), token, String.valueOf(holder), holder != null));
            } else if (!principals.isEmpty()) {
                String id = principals.get(random.nextInt(principals.size()));
                handles.add(new Handle(index.askerByPrincipal(id), null, id, true));
            }
        }
        while (handles.size() > MOST) {
            handles.remove(random.nextInt(handles.size()));
        }
    }

    /** Keeps account of one step. */
    void follow(Policy before, Policy after) {
        Map<String, String> bindingsBefore = bindings(before);
        Map<String, String> bindingsAfter = bindings(after);
        Map<TokenHash, String> holdersAfter = holders(after);
        for (Handle handle : handles) {
            String binding = bindingsBefore.get(handle.principal);
            handle.alive &= binding != null && binding.equals(bindingsAfter.get(handle.principal));
            if (handle.token != null) {
                handle.alive &= handle.principal.equals(holdersAfter.get(TokenHash.ofClearText(handle.token)));
            }
        }
    }

    /** Whoever is alive gets the answers of one resolved just now, and whoever is not gets none. */
    void assertRight(Index index, Policy policy, String where) {
        List<Action> actions = List.copyOf(policy.catalogue().actions());
        List<String> devices = policy.workspaces().values().stream()
                .flatMap(workspace -> workspace.devices().keySet().stream())
                .map(Object::toString)
                .toList();
        for (Handle handle : handles) {
            Asker fresh =
                    handle.token == null ? index.askerByPrincipal(handle.principal) : index.askerByToken(handle.token);
            Reason dead = handle.token == null ? Reason.UNKNOWN_PRINCIPAL : Reason.UNKNOWN_TOKEN;
            for (int i = 0; i < 4 && !actions.isEmpty() && !devices.isEmpty(); i++) {
                Action action = actions.get(random.nextInt(actions.size()));
                String device = devices.get(random.nextInt(devices.size()));
                Scope scope = action.scope().orElseThrow();
                var actual = index.check(handle.asker, action, scope, device, null, CLOCK);
                assertThat(index.allows(handle.asker, action, scope, device, null, CLOCK))
                        .as(where)
                        .isEqualTo(actual.allowed());
                if (handle.alive) {
                    assertThat(actual)
                            .as("%s: %s of %s", where, handle.token, handle.principal)
                            .isEqualTo(index.check(fresh, action, scope, device, null, CLOCK));
                } else {
                    assertThat(actual.reason())
                            .as("%s: %s of %s is gone", where, handle.token, handle.principal)
                            .isEqualTo(dead);
                }
            }
        }
    }

    /** What each principal is and where it is bound. */
    private static Map<String, String> bindings(Policy policy) {
        Map<String, String> bindings = new HashMap<>();
        policy.users().keySet().forEach(id -> bindings.put(id.value(), "user"));
        for (Workspace workspace : policy.workspaces().values()) {
            workspace.apiUsers().keySet().forEach(id -> bindings.put(id.value(), "API user of " + workspace.id()));
        }
        policy.publicLinks().values().forEach(link -> bindings.put(link.id().value(), "link to " + link.device()));
        return bindings;
    }

    private static Map<TokenHash, String> holders(Policy policy) {
        Map<TokenHash, String> holders = new HashMap<>();
        for (User user : policy.users().values()) {
            add(holders, user.id(), user.tokens());
        }
        for (Workspace workspace : policy.workspaces().values()) {
            for (ApiUser user : workspace.apiUsers().values()) {
                add(holders, user.id(), user.tokens());
            }
        }
        for (PublicLink link : policy.publicLinks().values()) {
            add(holders, link.id(), link.tokens());
        }
        return holders;
    }

    private static void add(Map<TokenHash, String> holders, PrincipalId holder, List<Token> tokens) {
        tokens.forEach(token -> holders.put(token.hash(), holder.value()));
    }
}
