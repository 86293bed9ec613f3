package io.doorward.permission;

/** The workspace permissions of the default catalogue, in its order. */
public final class WorkspacePermissions {

    /** Edit name and logo. */
    public static final Permission BASICS = Permission.workspace("basics");

    /** Invite and remove members, set permissions, manage API users and teams. */
    public static final Permission MEMBERS = Permission.workspace("members");

    /** See the billing of the workspace. */
    public static final Permission BILLING = Permission.workspace("billing");

    /** Create, remove, move and claim devices, edit products. */
    public static final Permission DEVICES = Permission.workspace("devices");

    /** Edit the rules of the rule engine. */
    public static final Permission RULES = Permission.workspace("rules");

    /** Edit dashboards. */
    public static final Permission DASHBOARDS = Permission.workspace("dashboards");

    /** Run reports. */
    public static final Permission REPORTS = Permission.workspace("reports");

    /** Run exports. */
    public static final Permission EXPORTS = Permission.workspace("exports");

    /** Edit zones. */
    public static final Permission ZONES = Permission.workspace("zones");

    /** Edit gateways. */
    public static final Permission GATEWAYS = Permission.workspace("gateways");

    /** Use CakeRed. */
    public static final Permission CAKERED = Permission.workspace("cakered");

    /** Edit the look of the workspace. */
    public static final Permission WHITELABEL = Permission.workspace("whitelabel");

    private WorkspacePermissions() {}
}
