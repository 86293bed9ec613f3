package io.doorward.model;

/** The id of a thing that an action can be asked on: a device, a workspace or an organization. */
public sealed interface ResourceId permits DeviceId, WorkspaceId, OrganizationId {

    /** The id as text. */
    String value();
}
