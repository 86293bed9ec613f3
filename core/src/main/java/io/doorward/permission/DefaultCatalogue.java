package io.doorward.permission;

/** The default catalogue, written out as a table: the order of the lines is the order of bits. */
final class DefaultCatalogue {

    static final Catalogue INSTANCE = define();

    private DefaultCatalogue() {}

    private static Catalogue define() {
        Catalogue.Builder catalogue = Catalogue.builder();
        organizationPermissions(catalogue);
        workspacePermissions(catalogue);
        devicePermissions(catalogue);
        deviceActions(catalogue);
        workspaceActions(catalogue);
        organizationActions(catalogue);
        return catalogue.build();
    }

    private static void organizationPermissions(Catalogue.Builder catalogue) {
        catalogue
                .organizationPermission("create_workspaces")
                .organizationPermission("members")
                .organizationPermission("billing")
                .organizationPermission("whitelabel")
                .organizationPermission("manage_workspaces");
    }

    private static void workspacePermissions(Catalogue.Builder catalogue) {
        catalogue
                .workspacePermission("basics")
                .workspacePermission("members")
                .workspacePermission("billing")
                .workspacePermission("devices")
                .workspacePermission("rules")
                .workspacePermission("dashboards")
                .workspacePermission("reports")
                .workspacePermission("exports")
                .workspacePermission("zones")
                .workspacePermission("gateways")
                .workspacePermission("cakered")
                .workspacePermission("whitelabel");
    }

    private static void devicePermissions(Catalogue.Builder catalogue) {
        catalogue
                .devicePermission("view", p -> p.implicit())
                .devicePermission("edit_basics", p -> p.implies("view"))
                .devicePermission("edit_product")
                .devicePermission("record_measurements")
                .defaultCeiling("view", "edit_basics", "record_measurements")
                .publicLinks(LinkMode.READ, "view")
                .publicLinks(LinkMode.WRITE, "view", "record_measurements");
    }

    private static void deviceActions(Catalogue.Builder catalogue) {
        catalogue
                .deviceAction("device.view", a -> a.device("view"))
                .deviceAction("device.read_history", a -> a.device("view"))
                .deviceAction("device.record_measurements", a -> a.device("record_measurements"))
                .deviceAction("device.send_downlink", a -> a.device("record_measurements"))
                .deviceAction("device.edit", a -> a.device("edit_basics"))
                .deviceAction(
                        "device.edit_product", a -> a.device("edit_product").owningWorkspaceOnly())
                .deviceAction("device.manage_public_links", a -> a.device("edit_basics")
                        .owningWorkspaceOnly())
                .deviceAction("device.delete", a -> a.workspace("devices").owningWorkspaceOnly())
                .deviceAction("device.delete_data", a -> a.workspace("devices").owningWorkspaceOnly())
                .deviceAction("device.move", a -> a.workspace("devices").owningWorkspaceOnly())
                .deviceAction("device.claim_out", a -> a.workspace("devices").owningWorkspaceOnly())
                .deviceAction("device.unclaim", a -> a.workspace("devices").owningWorkspaceOnly())
                .deviceAction("device.manage_access", a -> a.workspace("members"));
    }

    private static void workspaceActions(Catalogue.Builder catalogue) {
        catalogue
                .workspaceAction("workspace.view", a -> {})
                .workspaceAction("workspace.edit", a -> a.workspace("basics"))
                .workspaceAction("workspace.manage_members", a -> a.workspace("members"))
                .workspaceAction("workspace.manage_teams", a -> a.workspace("members"))
                .workspaceAction("workspace.manage_api_users", a -> a.workspace("members"))
                .workspaceAction("workspace.view_billing", a -> a.workspace("billing"))
                .workspaceAction("workspace.create_device", a -> a.workspace("devices"))
                .workspaceAction("workspace.claim_device", a -> a.workspace("devices"))
                .workspaceAction("workspace.release_claim", a -> a.workspace("devices"))
                .workspaceAction("workspace.edit_products", a -> a.workspace("devices"))
                .workspaceAction("workspace.edit_rules", a -> a.workspace("rules"))
                .workspaceAction("workspace.edit_dashboards", a -> a.workspace("dashboards"))
                .workspaceAction("workspace.run_reports", a -> a.workspace("reports"))
                .workspaceAction("workspace.run_exports", a -> a.workspace("exports"))
                .workspaceAction("workspace.edit_zones", a -> a.workspace("zones"))
                .workspaceAction("workspace.edit_gateways", a -> a.workspace("gateways"))
                .workspaceAction("workspace.use_cakered", a -> a.workspace("cakered"))
                .workspaceAction("workspace.edit_whitelabel", a -> a.workspace("whitelabel"));
    }

    private static void organizationActions(Catalogue.Builder catalogue) {
        catalogue
                .organizationAction("organization.view", a -> {})
                .organizationAction("organization.create_workspace", a -> a.organization("create_workspaces"))
                .organizationAction("organization.manage_admins", a -> a.organization("members"))
                .organizationAction("organization.view_billing", a -> a.organization("billing"))
                .organizationAction("organization.edit_whitelabel", a -> a.organization("whitelabel"))
                .organizationAction("organization.manage_workspaces", a -> a.organization("manage_workspaces"))
                .organizationAction("organization.transfer_ownership", a -> a.ownerOnly())
                .organizationAction("organization.delete", a -> a.ownerOnly());
    }
}
