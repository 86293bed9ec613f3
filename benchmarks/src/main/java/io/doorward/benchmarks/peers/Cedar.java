package io.doorward.benchmarks.peers;

import com.cedarpolicy.AuthorizationEngine;
import com.cedarpolicy.BasicAuthorizationEngine;
import com.cedarpolicy.model.AuthorizationRequest;
import com.cedarpolicy.model.entity.Entities;
import com.cedarpolicy.model.entity.Entity;
import com.cedarpolicy.model.exception.AuthException;
import com.cedarpolicy.model.exception.CacheException;
import com.cedarpolicy.model.exception.InternalException;
import com.cedarpolicy.model.policy.PolicySet;
import com.cedarpolicy.value.CedarList;
import com.cedarpolicy.value.EntityTypeName;
import com.cedarpolicy.value.EntityUID;
import com.cedarpolicy.value.Value;
import io.doorward.benchmarks.check.Contender;
import io.doorward.benchmarks.peers.PlainPolicy.Where;
import io.doorward.benchmarks.peers.PlainPolicy.Who;
import io.doorward.permission.Action;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Cedar for Java: a policy for each permission, relations as data. A device names, for each permission, the principals who
 * have it by a grant on that device, and the groups of those who have it on its product and in its workspace; a principal is
 * in groups. The policy set is cached on the native side, and a request brings the two entities that it is about, which
 * are made beforehand.
 */
public final class Cedar implements Contender {

    private static final EntityTypeName USER = type("User");
    private static final EntityTypeName GROUP = type("Group");
    private static final EntityTypeName DEVICE = type("Device");
    private static final EntityTypeName ACTION = type("Action");

    private final PlainPolicy policy;
    private final AuthorizationEngine engine = new BasicAuthorizationEngine();
    private final PolicySet policies;
    private final Map<String, Entity> users = new HashMap<>();
    private final Map<String, Entity> devices = new HashMap<>();

    /** Makes policies and entities. */
    public Cedar(PlainPolicy policy) {
        this.policy = policy;
        Set<String> permissions = new LinkedHashSet<>();
        Map<String, Set<EntityUID>> groups = new HashMap<>();
        Map<String, Map<String, List<Value>>> direct = new HashMap<>();
        policy.grants()
                .values()
                .forEach(grants -> grants.forEach(grant -> {
                    for (String permission : grant.permissions()) {
                        permissions.add(permission);
                        if (grant.reach() == PlainGrant.Reach.DEVICE) {
                            direct.computeIfAbsent(grant.thing(), id -> new HashMap<>())
                                    .computeIfAbsent(permission, id -> new ArrayList<>())
                                    .add(USER.of(grant.principal()));
                        } else {
                            groups.computeIfAbsent(grant.principal(), id -> new HashSet<>())
                                    .add(group(grant.thing(), permission));
                        }
                    }
                }));
        policies = policies(permissions);
        policy.holders()
                .values()
                .forEach(who -> users.put(
                        who.principal(),
                        new Entity(USER.of(who.principal()), groups.getOrDefault(who.principal(), Set.of()))));
        policy.devices()
                .forEach((id, where) ->
                        devices.put(id, device(id, where, permissions, direct.getOrDefault(id, Map.of()))));
    }

    private static Entity device(String id, Where where, Set<String> permissions, Map<String, List<Value>> direct) {
        Map<String, Value> attributes = new HashMap<>();
        for (String permission : permissions) {
            attributes.put(permission, new CedarList(direct.getOrDefault(permission, List.of())));
            attributes.put(permission + "_on_product", group(where.product(), permission));
            attributes.put(permission + "_on_all", group(where.workspace(), permission));
        }
        return new Entity(DEVICE.of(id), attributes, Set.of());
    }

    private static EntityUID group(String thing, String permission) {
        return GROUP.of(thing + "/" + permission);
    }

    private static PolicySet policies(Set<String> permissions) {
        StringBuilder text = new StringBuilder();
        for (String permission : permissions) {
            text.append("""
                    permit (principal, action == Action::"PERMISSION", resource) when {
                        resource.PERMISSION.contains(principal)
                        || principal in resource.PERMISSION_on_product
                        || principal in resource.PERMISSION_on_all
                    };
                    """.replace("PERMISSION", permission));
        }
        try {
            PolicySet set = PolicySet.parsePolicies(text.toString());
            set.cache();
            return set;
        } catch (InternalException | CacheException e) {
            throw new IllegalStateException("Cedar does not take the policies.", e);
        }
    }

    private static EntityTypeName type(String name) {
        return EntityTypeName.parse(name).orElseThrow();
    }

    @Override
    public boolean allows(String token, Action action, String device) {
        Who who = policy.who(token);
        Entity resource = devices.get(device);
        Entity principal = who == null ? null : users.get(who.principal());
        if (principal == null || resource == null) {
            return false;
        }
        EntityUID asked = ACTION.of(PlainPolicy.needed(action));
        try {
            return engine.isAuthorized(
                            new AuthorizationRequest(principal.getEUID(), asked, resource.getEUID(), Map.of()),
                            policies,
                            new Entities(Set.of(principal, resource)))
                    .success
                    .orElseThrow()
                    .isAllowed();
        } catch (AuthException e) {
            throw new IllegalStateException("Cedar could not decide.", e);
        }
    }
}
