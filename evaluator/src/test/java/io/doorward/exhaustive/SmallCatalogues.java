package io.doorward.exhaustive;

import static io.doorward.exhaustive.Dimension.*;

import io.doorward.permission.Catalogue;
import io.doorward.permission.LinkMode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The catalogues of the small world: three permissions on devices, two in workspaces, two in organizations, and an action of
 * every shape that they allow. Thread-safe.
 */
final class SmallCatalogues {

    private final Map<Key, Catalogue> catalogues = new ConcurrentHashMap<>();

    private record Key(
            Held implicit, Implied implied, Held ceiling, LinkModes links, boolean rulesImplied, boolean billImplied) {}

    /** The catalogue of a combination. */
    Catalogue of(Combination c) {
        Key key = new Key(
                c.get(IMPLICIT, Held.class),
                c.get(IMPLIED, Implied.class),
                c.get(DEFAULT_CEILING, Held.class),
                c.get(LINK_MODES, LinkModes.class),
                c.yes(RULES_IMPLIED),
                c.yes(BILL_IMPLIED));
        return catalogues.computeIfAbsent(key, SmallCatalogues::build);
    }

    private static Catalogue build(Key key) {
        Catalogue.Builder catalogue = Catalogue.builder();
        for (String name : Held.ALL.names()) {
            catalogue.devicePermission(name, permission -> {
                permission.implies(key.implied.by(name));
                if (key.implicit.names().contains(name)) {
                    permission.implicit();
                }
            });
        }
        List<String> rules = key.rulesImplied ? List.of("rules") : List.of();
        List<String> bill = key.billImplied ? List.of("bill") : List.of();
        catalogue
                .workspacePermission("rules")
                .workspacePermission("admin", admin -> admin.implies(rules))
                .organizationPermission("bill")
                .organizationPermission("manage", manage -> manage.implies(bill));
        if (key.ceiling != Held.ABSENT) {
            catalogue.defaultCeiling(key.ceiling.names(), null);
        }
        catalogue.publicLinks(LinkMode.READ, key.links.read().names(), null);
        catalogue.publicLinks(LinkMode.WRITE, key.links.write().names(), null);
        actions(catalogue);
        return catalogue.build();
    }

    private static void actions(Catalogue.Builder catalogue) {
        for (Held needed : Held.sets()) {
            catalogue.deviceAction(name("device", needed.names()), action -> action.device(needed.names()));
        }
        catalogue
                .deviceAction("device.owning", action -> action.owningWorkspaceOnly())
                .deviceAction(
                        "device.edit.owning", action -> action.device("edit").owningWorkspaceOnly())
                .deviceAction("device.admin", action -> action.workspace("admin"))
                .deviceAction("device.admin.owning", action -> action.workspace("admin")
                        .owningWorkspaceOnly())
                .deviceAction(
                        "device.write.rules", action -> action.device("write").workspace("rules"))
                .deviceAction("device.view.edit.rules.admin.owning", action -> action.device("view", "edit")
                        .workspace("rules", "admin")
                        .owningWorkspaceOnly());
        catalogue
                .workspaceAction("workspace.any", action -> {})
                .workspaceAction("workspace.rules", action -> action.workspace("rules"))
                .workspaceAction("workspace.admin", action -> action.workspace("admin"))
                .workspaceAction("workspace.rules.admin", action -> action.workspace("rules", "admin"));
        catalogue
                .organizationAction("organization.any", action -> {})
                .organizationAction("organization.bill", action -> action.organization("bill"))
                .organizationAction("organization.bill.manage", action -> action.organization("bill", "manage"))
                .organizationAction("organization.owner", action -> action.ownerOnly())
                .organizationAction("organization.manage.owner", action -> action.organization("manage")
                        .ownerOnly());
    }

    private static String name(String scope, List<String> needed) {
        return needed.isEmpty() ? scope + ".any" : scope + "." + String.join(".", needed);
    }
}
