package io.doorward.benchmarks.peers;

import static java.util.Objects.requireNonNull;

import io.doorward.benchmarks.peers.PlainGrant.Reach;
import io.doorward.benchmarks.workload.Workload;
import io.doorward.model.Device;
import io.doorward.model.Grant;
import io.doorward.model.Member;
import io.doorward.model.PrincipalId;
import io.doorward.model.Workspace;
import io.doorward.permission.Action;
import io.doorward.permission.Permission;
import io.doorward.permission.Scope;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The plain part of a workload: principals' grants on devices that their workspace owns, on products and on all devices, and
 * workspace permissions, which on a device count as permissions on all devices. What every host has beside its library is
 * here too: who has a token, and where a device belongs.
 */
public final class PlainPolicy {

    private final Map<String, Who> holders = new HashMap<>();
    private final Map<String, Where> devices = new HashMap<>();
    private final Map<String, List<PlainGrant>> grants = new LinkedHashMap<>();

    /** Of a workload. */
    public PlainPolicy(Workload workload) {
        workload.forEach(this::add);
    }

    private void add(Workspace workspace, Map<PrincipalId, String> tokens) {
        String id = workspace.id().value();
        for (Device device : workspace.devices().values()) {
            // A product's id is one within its workspace only.
            String product = product(id, requireNonNull(device.product()).value());
            devices.put(device.id().value(), new Where(id, product, devices.size()));
        }
        List<PlainGrant> ofWorkspace = new ArrayList<>();
        for (Member member : workspace.members().values()) {
            String principal = member.principal().value();
            holders.put(requireNonNull(tokens.get(member.principal())), new Who(principal, id));
            ofWorkspace.add(new PlainGrant(
                    principal,
                    Reach.ALL,
                    id,
                    names(member.rights().permissions().closed().toList())));
            if (member.rights().allDevices() != null) {
                ofWorkspace.add(new PlainGrant(
                        principal, Reach.ALL, id, names(member.rights().allDevices())));
            }
            member.rights()
                    .products()
                    .forEach((product, grant) -> ofWorkspace.add(
                            new PlainGrant(principal, Reach.PRODUCT, product(id, product.value()), names(grant))));
            member.rights().devices().forEach((device, grant) -> {
                if (workspace.devices().containsKey(device)) {
                    ofWorkspace.add(new PlainGrant(principal, Reach.DEVICE, device.value(), names(grant)));
                }
            });
        }
        grants.put(id, ofWorkspace);
    }

    private static String product(String workspace, String product) {
        return workspace + "/" + product;
    }

    private static List<String> names(Grant grant) {
        return names(grant.permissions().asGrant().toList());
    }

    private static List<String> names(List<Permission> permissions) {
        return permissions.stream().map(PlainPolicy::name).toList();
    }

    private static String name(Permission permission) {
        return permission.scope() == Scope.DEVICE ? permission.name() : "workspace_" + permission.name();
    }

    /** The one permission that an action takes. */
    static String needed(Action action) {
        List<Permission> all = new ArrayList<>(action.devicePermissions().toList());
        all.addAll(action.workspacePermissions().toList());
        if (all.size() != 1) {
            throw new IllegalArgumentException(
                    "Peers are asked of actions that take one permission; not of " + action + ".");
        }
        return name(all.get(0));
    }

    /** Who has a token; null if nobody does. */
    @Nullable
    Who who(String token) {
        return holders.get(token);
    }

    /** Where a device belongs; null if there is none. */
    @Nullable
    Where where(String device) {
        return devices.get(device);
    }

    Map<String, Who> holders() {
        return holders;
    }

    Map<String, Where> devices() {
        return devices;
    }

    /** By workspace. */
    Map<String, List<PlainGrant>> grants() {
        return grants;
    }

    /**
     * Who has a token.
     *
     * @param principal its id
     * @param workspace the id of its workspace
     */
    record Who(String principal, String workspace) {}

    /**
     * Where a device belongs.
     *
     * @param workspace the id of the workspace that owns it
     * @param product the id of its product, with the workspace's
     * @param number its number among all
     */
    record Where(String workspace, String product, int number) {}
}
