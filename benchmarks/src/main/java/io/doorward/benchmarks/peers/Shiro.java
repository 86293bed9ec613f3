package io.doorward.benchmarks.peers;

import io.doorward.benchmarks.check.Contender;
import io.doorward.benchmarks.peers.PlainPolicy.Where;
import io.doorward.permission.Action;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.shiro.authc.AuthenticationInfo;
import org.apache.shiro.authc.AuthenticationToken;
import org.apache.shiro.authz.AuthorizationInfo;
import org.apache.shiro.authz.SimpleAuthorizationInfo;
import org.apache.shiro.authz.permission.WildcardPermission;
import org.apache.shiro.cache.MemoryConstrainedCacheManager;
import org.apache.shiro.realm.AuthorizingRealm;
import org.apache.shiro.subject.PrincipalCollection;
import org.apache.shiro.subject.SimplePrincipalCollection;
import org.jspecify.annotations.Nullable;

/**
 * Apache Shiro: a realm with its cache of authorization information switched on, and wildcard permissions
 * {@code workspace:product:device:permissions}, either as strings, which is how most people write them and which Shiro
 * parses at each check, or as objects.
 */
public final class Shiro implements Contender {

    private final PlainPolicy policy;
    private final boolean objects;
    private final AuthorizingRealm realm;
    private final Map<String, PrincipalCollection> principals = new HashMap<>();

    /** @param objects whether permissions are objects rather than strings */
    public Shiro(PlainPolicy policy, boolean objects) {
        this.policy = policy;
        this.objects = objects;
        Map<String, SimpleAuthorizationInfo> rights = new HashMap<>();
        policy.grants()
                .forEach((workspace, grants) -> grants.forEach(grant -> {
                    if (!grant.permissions().isEmpty()) {
                        add(
                                permission(workspace, grant),
                                rights.computeIfAbsent(grant.principal(), id -> new SimpleAuthorizationInfo()));
                    }
                }));
        realm = new Rights(rights);
        realm.setCacheManager(new MemoryConstrainedCacheManager());
        realm.setAuthorizationCachingEnabled(true);
        policy.holders()
                .forEach((token, who) ->
                        principals.put(token, new SimplePrincipalCollection(who.principal(), realm.getName())));
    }

    private void add(String permission, SimpleAuthorizationInfo rights) {
        if (objects) {
            rights.addObjectPermission(new WildcardPermission(permission, true));
        } else {
            rights.addStringPermission(permission);
        }
    }

    private String permission(String workspace, PlainGrant grant) {
        String things =
                switch (grant.reach()) {
                    case ALL -> "*:*";
                    case PRODUCT -> grant.thing() + ":*";
                    case DEVICE -> "*:" + grant.thing();
                };
        return workspace + ":" + things + ":" + String.join(",", grant.permissions());
    }

    @Override
    public boolean allows(String token, Action action, String device) {
        PrincipalCollection who = principals.get(token);
        Where where = policy.where(device);
        if (who == null || where == null) {
            return false;
        }
        String asked = where.workspace() + ":" + where.product() + ":" + device + ":" + PlainPolicy.needed(action);
        return objects ? realm.isPermitted(who, new WildcardPermission(asked, true)) : realm.isPermitted(who, asked);
    }

    /** Looks up what a principal may do; the cache asks it once for each. */
    private static final class Rights extends AuthorizingRealm {

        private final Map<String, SimpleAuthorizationInfo> rights;

        Rights(Map<String, SimpleAuthorizationInfo> rights) {
            this.rights = rights;
        }

        @Override
        protected @Nullable AuthorizationInfo doGetAuthorizationInfo(PrincipalCollection principals) {
            return rights.get(List.copyOf(principals.asList()).get(0).toString());
        }

        @Override
        protected @Nullable AuthenticationInfo doGetAuthenticationInfo(AuthenticationToken token) {
            return null; // the host has authenticated already
        }
    }
}
