package io.doorward.generator;

import io.doorward.permission.Catalogue;
import io.doorward.permission.LinkMode;
import io.doorward.permission.PermissionBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Catalogues of 0 to 64 permissions a scope, with actions of every shape. */
final class CatalogueGenerator {

    /** Names in use everywhere: with other bits, other needs and other scopes than in the default catalogue. */
    private static final List<String> NAMES =
            List.of("edit_basics", "view", "p", "P", "p.q", "p:q", "p-q", "p_q", "edit_product", "0");

    private static final List<String> ACTIONS = List.of(
            "device.view",
            "device.edit",
            "device.delete",
            "workspace.view",
            "workspace.edit",
            "organization.view",
            "organization.delete");

    private final Chance chance;
    private final Catalogue.Builder catalogue = Catalogue.builder();

    private CatalogueGenerator(Chance chance) {
        this.chance = chance;
    }

    static Catalogue draw(Chance chance) {
        return chance.of(0.35) ? Catalogue.defaults() : new CatalogueGenerator(chance).custom();
    }

    /** A few of the permissions, with those at both ends more often than their neighbours. */
    static <T> List<T> hot(Chance chance, List<T> permissions, double probability) {
        if (permissions.size() <= 12) {
            return chance.some(permissions, probability);
        }
        List<T> some = new ArrayList<>(chance.some(permissions.subList(0, 2), probability));
        some.addAll(
                chance.some(permissions.subList(permissions.size() / 2, permissions.size() / 2 + 2), probability / 2));
        some.addAll(chance.some(permissions.subList(permissions.size() - 2, permissions.size()), probability));
        return some;
    }

    private Catalogue custom() {
        if (chance.of(0.03)) {
            return catalogue.build();
        }
        List<String> device = names(chance.of(0.05) ? 0 : size());
        List<String> workspace = names(chance.of(0.08) ? 0 : size());
        List<String> organization = names(chance.of(0.08) ? 0 : chance.oneOf(1, 2, 3, 64));
        double implicit = chance.oneOf(0.0, 0.2, 0.2, 0.6);
        permissions(device, catalogue::devicePermission, permission -> {
            if (chance.of(device.size() > 6 ? implicit / 20 : implicit)) {
                permission.implicit();
            }
        });
        permissions(workspace, catalogue::workspacePermission, permission -> {});
        permissions(organization, catalogue::organizationPermission, permission -> {});
        if (chance.of(0.7)) {
            catalogue.defaultCeiling(hot(chance, device, 0.6).toArray(String[]::new));
        }
        for (LinkMode mode : LinkMode.values()) {
            if (chance.of(0.8)) {
                catalogue.publicLinks(mode, hot(chance, device, 0.5).toArray(String[]::new));
            }
        }
        actions(device, workspace, organization);
        return catalogue.build();
    }

    private int size() {
        return chance.oneOf(1, 2, 3, 3, 4, 5, chance.between(6, 62), 63, 64, 64);
    }

    private List<String> names(int size) {
        List<String> names = new ArrayList<>(chance.shuffled(NAMES).subList(0, Math.min(size, 6)));
        for (int i = names.size(); i < size; i++) {
            names.add("permission-" + i);
        }
        return names;
    }

    /** A permission implies only such as come later in an order of their own, so that there is no circle. */
    private void permissions(
            List<String> names, BiConsumer<String, Consumer<PermissionBuilder>> add, Consumer<PermissionBuilder> more) {
        List<String> order = chance.shuffled(names);
        double density = chance.oneOf(0.0, 0.3, 1.0);
        for (String name : names) {
            add.accept(name, permission -> {
                int next = order.indexOf(name) + 1;
                if (next < order.size() && chance.of(density)) {
                    permission.implies(order.get(next));
                }
                if (next + 1 < order.size() && chance.of(density / 5)) {
                    permission.implies(order.get(chance.between(next + 1, order.size() - 1)));
                }
                more.accept(permission);
            });
        }
    }

    private void actions(List<String> device, List<String> workspace, List<String> organization) {
        List<String> names = chance.shuffled(ACTIONS);
        int devices = chance.of(0.05) ? 0 : chance.between(3, 8);
        int workspaces = chance.of(0.05) ? 0 : chance.between(2, 4);
        int organizations = chance.of(0.05) ? 0 : chance.between(2, 4);
        for (int i = 0; i < devices + workspaces + organizations; i++) {
            String name = i < names.size() ? names.get(i) : "do." + i;
            if (i < devices) {
                deviceAction(name, device, workspace);
            } else if (i < devices + workspaces) {
                catalogue.workspaceAction(
                        name, action -> action.workspace(chance.of(0.3) ? List.of() : hot(chance, workspace, 0.4)));
            } else {
                catalogue.organizationAction(name, action -> {
                    action.organization(chance.of(0.4) ? List.of() : hot(chance, organization, 0.4));
                    if (chance.of(0.35)) {
                        action.ownerOnly();
                    }
                });
            }
        }
    }

    private void deviceAction(String name, List<String> device, List<String> workspace) {
        int shape = chance.between(0, 9);
        catalogue.deviceAction(name, action -> {
            if (shape < 7) {
                action.device(hot(chance, device, 0.4));
            }
            if (shape == 6 || shape == 7 || shape == 8) {
                action.workspace(hot(chance, workspace, 0.5));
            }
            if (chance.of(0.25)) {
                action.owningWorkspaceOnly();
            }
        });
    }
}
