package io.doorward.benchmarks.peers;

import io.doorward.benchmarks.check.Contender;
import io.doorward.benchmarks.peers.PlainPolicy.Where;
import io.doorward.benchmarks.peers.PlainPolicy.Who;
import io.doorward.permission.Action;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.casbin.jcasbin.main.CachedEnforcer;
import org.casbin.jcasbin.main.Enforcer;
import org.casbin.jcasbin.model.Model;

/**
 * jCasbin: access control lists with roles of resources (a device is one of its product's and of its workspace's), and an
 * enforcer for each workspace, as its documentation advises for many policies. {@link CachedEnforcer} keeps every answer.
 */
public final class JCasbin implements Contender {

    private static final String MODEL = """
            [request_definition]
            r = sub, obj, act

            [policy_definition]
            p = sub, obj, act

            [role_definition]
            g = _, _

            [policy_effect]
            e = some(where (p.eft == allow))

            [matchers]
            m = r.sub == p.sub && r.act == p.act && g(r.obj, p.obj)
            """;

    private final PlainPolicy policy;
    private final Map<String, Enforcer> enforcers = new HashMap<>();

    /** @param cached whether answers are kept */
    public JCasbin(PlainPolicy policy, boolean cached) {
        this.policy = policy;
        policy.grants().keySet().forEach(workspace -> enforcers.put(workspace, enforcer(cached)));
        policy.grants().forEach((workspace, grants) -> {
            Set<List<String>> rules = new LinkedHashSet<>();
            for (PlainGrant grant : grants) {
                grant.permissions()
                        .forEach(permission -> rules.add(List.of(grant.principal(), grant.thing(), permission)));
            }
            Model model = model(workspace);
            rules.forEach(rule -> model.addPolicy("p", "p", rule));
        });
        policy.devices().forEach((id, where) -> {
            Model model = model(where.workspace());
            model.addPolicy("g", "g", List.of(id, where.product()));
            model.addPolicy("g", "g", List.of(id, where.workspace()));
        });
        enforcers.values().forEach(Enforcer::buildRoleLinks);
    }

    private static Enforcer enforcer(boolean cached) {
        Model model = new Model();
        model.loadModelFromText(MODEL);
        Enforcer enforcer = cached ? new CachedEnforcer(model) : new Enforcer(model);
        enforcer.enableLog(false);
        return enforcer;
    }

    private Model model(String workspace) {
        Enforcer enforcer = enforcers.get(workspace);
        if (enforcer == null) {
            throw new IllegalArgumentException("There is no workspace " + workspace + ".");
        }
        return enforcer.getModel();
    }

    @Override
    public boolean allows(String token, Action action, String device) {
        Who who = policy.who(token);
        if (who == null) {
            return false;
        }
        Where where = policy.where(device);
        Enforcer enforcer = enforcers.get(who.workspace());
        return where != null
                && enforcer != null
                && enforcer.enforce(who.principal(), device, PlainPolicy.needed(action));
    }
}
