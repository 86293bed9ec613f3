package io.doorward.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.doorward.permission.Action;
import io.doorward.permission.Catalogue;
import io.doorward.permission.LinkMode;
import io.doorward.permission.Permission;
import io.doorward.permission.Permissions;
import io.doorward.permission.Scope;

/** A catalogue as an object of a document. */
final class CatalogueRows {

    private CatalogueRows() {}

    static ObjectNode of(Catalogue catalogue) {
        ObjectNode row = Rows.row();
        Rows.list(row, "devicePermissions", permissions(catalogue.device()));
        Rows.list(row, "workspacePermissions", permissions(catalogue.workspace()));
        Rows.list(row, "organizationPermissions", permissions(catalogue.organization()));
        if (!catalogue.defaultCeiling().equals(catalogue.device().all())) {
            row.set("defaultCeiling", Rows.permissions(catalogue.defaultCeiling()));
        }
        ObjectNode links = Rows.row();
        for (LinkMode mode : LinkMode.values()) {
            catalogue.linkMode(mode).ifPresent(carried -> links.set(mode.name(), Rows.permissions(carried)));
        }
        if (!links.isEmpty()) {
            row.set("publicLinks", links);
        }
        ArrayNode actions = Rows.list();
        catalogue.actions().forEach(action -> actions.add(action(action)));
        Rows.list(row, "actions", actions);
        return row;
    }

    private static ArrayNode permissions(Permissions permissions) {
        ArrayNode list = Rows.list();
        for (Permission permission : permissions.list()) {
            ObjectNode row = Rows.row();
            Rows.text(row, "name", permission.name());
            Rows.permissions(row, "implies", permissions.implied(permission));
            Rows.flag(row, "implicit", permissions.implicit().contains(permission));
            list.add(row);
        }
        return list;
    }

    private static ObjectNode action(Action action) {
        ObjectNode row = Rows.row();
        Rows.text(row, "name", action.name());
        Rows.text(row, "scope", action.scope().map(Scope::word).orElseThrow());
        Rows.permissions(row, "device", action.devicePermissions());
        Rows.permissions(row, "workspace", action.workspacePermissions());
        Rows.permissions(row, "organization", action.organizationPermissions());
        Rows.flag(row, "owningWorkspaceOnly", action.owningWorkspaceOnly());
        Rows.flag(row, "ownerOnly", action.ownerOnly());
        return row;
    }
}
