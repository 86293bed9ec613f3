package io.doorward.permission;

/** The organization permissions of the default catalogue, in its order. */
public final class OrganizationPermissions {

    /** Create workspaces in the organization. */
    public static final Permission CREATE_WORKSPACES = Permission.organization("create_workspaces");

    /** Manage the admins of the organization. */
    public static final Permission MEMBERS = Permission.organization("members");

    /** See the billing of the organization. */
    public static final Permission BILLING = Permission.organization("billing");

    /** Edit the look of the organization. */
    public static final Permission WHITELABEL = Permission.organization("whitelabel");

    /** Manage the workspaces of the organization. */
    public static final Permission MANAGE_WORKSPACES = Permission.organization("manage_workspaces");

    private OrganizationPermissions() {}
}
