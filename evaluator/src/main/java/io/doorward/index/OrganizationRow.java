package io.doorward.index;

import io.doorward.model.OrganizationId;
import java.util.Map;

/** An organization: its owner and its admins with their permissions, closed. */
final class OrganizationRow {

    final OrganizationId id;
    final PrincipalRow owner;
    final Map<PrincipalRow, Long> admins;

    OrganizationRow(OrganizationId id, PrincipalRow owner, Map<PrincipalRow, Long> admins) {
        this.id = id;
        this.owner = owner;
        this.admins = admins;
    }
}
