package io.doorward.permission;

/**
 * The actions of {@link Catalogue#defaults()}, in its order; {@link Action} says what each of them
 * takes. A policy with a catalogue of its own finds an action by its name, or does not know it.
 */
public final class Actions {

    /** See a device. */
    public static final Action DEVICE_VIEW = find("device.view");

    /** Read the recorded values of a device. */
    public static final Action DEVICE_READ_HISTORY = find("device.read_history");

    /** Write values of a device. */
    public static final Action DEVICE_RECORD_MEASUREMENTS = find("device.record_measurements");

    /** Send a downlink to a device. */
    public static final Action DEVICE_SEND_DOWNLINK = find("device.send_downlink");

    /** Edit name, location, tags, metadata and image of a device. */
    public static final Action DEVICE_EDIT = find("device.edit");

    /** Edit the product that a device shares with its siblings. */
    public static final Action DEVICE_EDIT_PRODUCT = find("device.edit_product");

    /** Create, suspend and delete public links to a device. */
    public static final Action DEVICE_MANAGE_PUBLIC_LINKS = find("device.manage_public_links");

    /** Delete a device. */
    public static final Action DEVICE_DELETE = find("device.delete");

    /** Delete the recorded values of a device. */
    public static final Action DEVICE_DELETE_DATA = find("device.delete_data");

    /** Move a device to another workspace. */
    public static final Action DEVICE_MOVE = find("device.move");

    /** Open a device for claims by other workspaces. */
    public static final Action DEVICE_CLAIM_OUT = find("device.claim_out");

    /** End any claim on a device, from the owner's side. */
    public static final Action DEVICE_UNCLAIM = find("device.unclaim");

    /** Grant and revoke rights on a device. */
    public static final Action DEVICE_MANAGE_ACCESS = find("device.manage_access");

    /** See a workspace: being a member at all. */
    public static final Action WORKSPACE_VIEW = find("workspace.view");

    /** Edit name and slug of a workspace. */
    public static final Action WORKSPACE_EDIT = find("workspace.edit");

    /** Invite and remove members, set their permissions. */
    public static final Action WORKSPACE_MANAGE_MEMBERS = find("workspace.manage_members");

    /** Create and delete teams, set their members and rights. */
    public static final Action WORKSPACE_MANAGE_TEAMS = find("workspace.manage_teams");

    /** Create and delete API users, make and revoke their tokens. */
    public static final Action WORKSPACE_MANAGE_API_USERS = find("workspace.manage_api_users");

    /** See the billing of a workspace. */
    public static final Action WORKSPACE_VIEW_BILLING = find("workspace.view_billing");

    /** Create a device in a workspace. */
    public static final Action WORKSPACE_CREATE_DEVICE = find("workspace.create_device");

    /** Claim a device of another workspace into a workspace. */
    public static final Action WORKSPACE_CLAIM_DEVICE = find("workspace.claim_device");

    /** End a claim of a workspace's own. */
    public static final Action WORKSPACE_RELEASE_CLAIM = find("workspace.release_claim");

    /** Create, change and delete the products of a workspace. */
    public static final Action WORKSPACE_EDIT_PRODUCTS = find("workspace.edit_products");

    /** Edit the rules of a workspace. */
    public static final Action WORKSPACE_EDIT_RULES = find("workspace.edit_rules");

    /** Edit the dashboards of a workspace. */
    public static final Action WORKSPACE_EDIT_DASHBOARDS = find("workspace.edit_dashboards");

    /** Run reports in a workspace. */
    public static final Action WORKSPACE_RUN_REPORTS = find("workspace.run_reports");

    /** Run exports in a workspace. */
    public static final Action WORKSPACE_RUN_EXPORTS = find("workspace.run_exports");

    /** Edit the zones of a workspace. */
    public static final Action WORKSPACE_EDIT_ZONES = find("workspace.edit_zones");

    /** Edit the gateways of a workspace. */
    public static final Action WORKSPACE_EDIT_GATEWAYS = find("workspace.edit_gateways");

    /** Use CakeRed in a workspace. */
    public static final Action WORKSPACE_USE_CAKERED = find("workspace.use_cakered");

    /** Edit the look of a workspace. */
    public static final Action WORKSPACE_EDIT_WHITELABEL = find("workspace.edit_whitelabel");

    /** See an organization: being an admin or the owner. */
    public static final Action ORGANIZATION_VIEW = find("organization.view");

    /** Create a workspace in an organization. */
    public static final Action ORGANIZATION_CREATE_WORKSPACE = find("organization.create_workspace");

    /** Add and remove the admins of an organization. */
    public static final Action ORGANIZATION_MANAGE_ADMINS = find("organization.manage_admins");

    /** See the billing of an organization. */
    public static final Action ORGANIZATION_VIEW_BILLING = find("organization.view_billing");

    /** Edit the look of an organization. */
    public static final Action ORGANIZATION_EDIT_WHITELABEL = find("organization.edit_whitelabel");

    /** Manage the workspaces of an organization. */
    public static final Action ORGANIZATION_MANAGE_WORKSPACES = find("organization.manage_workspaces");

    /** Make an admin the owner of an organization; the owner's alone. */
    public static final Action ORGANIZATION_TRANSFER_OWNERSHIP = find("organization.transfer_ownership");

    /** Delete an organization; the owner's alone. */
    public static final Action ORGANIZATION_DELETE = find("organization.delete");

    private Actions() {}

    private static Action find(String name) {
        return Catalogue.defaults().action(name).orElseThrow();
    }
}
