package io.doorward.differential;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.decision.Reason;
import io.doorward.index.Asker;
import io.doorward.index.Index;
import io.doorward.index.KnownDevice;
import io.doorward.model.ApiUser;
import io.doorward.model.DeviceId;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Handles that were resolved in older versions, and a plain account of whether their things are still there: each step must
 * have the same principal, bound to the same workspace or device, and the same token of it; or the device, wherever it is.
 */
final class Handles {

    private static final int RESOLVED_A_STEP = 6;
    private static final int MOST = 60;
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-07-01T12:00:00Z"));

    private final Random random;
    private final List<Handle> handles = new ArrayList<>();
    private final List<KnownHandle> knownDevices = new ArrayList<>();

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

    /** A handle of a device. */
    private static final class KnownHandle {

        private final KnownDevice device;
        private boolean alive;

        private KnownHandle(KnownDevice device, boolean alive) {
            this.device = device;
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
        List<String> devices = List.copyOf(devices(policy));
        for (int i = 0; i < RESOLVED_A_STEP; i++) {
            String id = devices.isEmpty() || random.nextInt(RESOLVED_A_STEP) == 0
                    ? "unheard-of"
                    : devices.get(random.nextInt(devices.size()));
            knownDevices.add(new KnownHandle(index.knownDevice(id), devices.contains(id)));
        }
        while (knownDevices.size() > MOST) {
            knownDevices.remove(random.nextInt(knownDevices.size()));
        }
    }

    private static Set<String> devices(Policy policy) {
        return policy.workspaces().values().stream()
                .flatMap(workspace -> workspace.devices().keySet().stream())
                .map(DeviceId::value)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Keeps account of one step. */
    void follow(Policy before, Policy after) {
        Map<String, String> bindingsBefore = bindings(before);
        Map<String, String> bindingsAfter = bindings(after);
        Map<TokenHash, String> holdersAfter = holders(after);
        Set<String> devicesAfter = devices(after);
        knownDevices.forEach(handle -> handle.alive &= devicesAfter.contains(handle.device.id()));
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
                assertRightOn(knownDevices.get(random.nextInt(knownDevices.size())), handle, index, action, where);
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

    /** Asked by handles of both, an index says what it says by the handle of the asker and the id of the device. */
    private static void assertRightOn(KnownHandle known, Handle handle, Index index, Action action, String where) {
        var actual = index.check(handle.asker, action, known.device, CLOCK);
        assertThat(index.allows(handle.asker, action, known.device, CLOCK))
                .as("%s: %s by handles", where, known.device.id())
                .isEqualTo(actual.allowed());
        String id = known.alive ? known.device.id() : "no device at all";
        assertThat(actual)
                .as("%s: %s by handles", where, known.device.id())
                .isEqualTo(index.check(handle.asker, action, Scope.DEVICE, id, null, CLOCK));
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
