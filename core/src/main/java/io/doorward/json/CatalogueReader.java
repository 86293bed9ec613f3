package io.doorward.json;

import io.doorward.document.ObjectWalk;
import io.doorward.document.Position;
import io.doorward.document.Shape;
import io.doorward.permission.Catalogue;
import io.doorward.permission.LinkMode;
import io.doorward.permission.PermissionBuilder;
import java.util.function.Consumer;

/** Reads a catalogue. */
final class CatalogueReader {

    private static final Shape SHAPE = Shape.of(
            "a catalogue",
            "devicePermissions",
            "workspacePermissions",
            "organizationPermissions",
            "defaultCeiling",
            "publicLinks",
            "actions");

    private static final Shape DEVICE_PERMISSION = Shape.of("a device permission", "name!", "implies", "implicit");
    private static final Shape WORKSPACE_PERMISSION = Shape.of("a workspace permission", "name!", "implies");
    private static final Shape ORGANIZATION_PERMISSION = Shape.of("an organization permission", "name!", "implies");
    private static final Shape PUBLIC_LINKS = Shape.of("the public links of a catalogue", "READ", "WRITE");

    private CatalogueReader() {}

    /** How the builder of a catalogue is told of a permission. */
    private interface Setter {

        Object permission(Catalogue.Builder catalogue, String name, Consumer<PermissionBuilder> details);
    }

    static void read(PolicyInput in, Catalogue.Builder catalogue) {
        ObjectWalk row = in.object(SHAPE);
        while (row.next()) {
            switch (row.key()) {
                case "devicePermissions" ->
                    readPermissions(in, catalogue, DEVICE_PERMISSION, Catalogue.Builder::devicePermission);
                case "workspacePermissions" ->
                    readPermissions(in, catalogue, WORKSPACE_PERMISSION, Catalogue.Builder::workspacePermission);
                case "organizationPermissions" ->
                    readPermissions(in, catalogue, ORGANIZATION_PERMISSION, Catalogue.Builder::organizationPermission);
                case "defaultCeiling" -> readCeiling(in, row.keyPosition(), catalogue);
                case "publicLinks" -> readPublicLinks(in, catalogue);
                default -> in.each(ActionReader.SHAPE, action -> ActionReader.read(in, action, catalogue));
            }
        }
    }

    private static void readCeiling(PolicyInput in, Position position, Catalogue.Builder catalogue) {
        catalogue.defaultCeiling(in.texts(), position);
    }

    private static void readPublicLinks(PolicyInput in, Catalogue.Builder catalogue) {
        ObjectWalk row = in.object(PUBLIC_LINKS);
        while (row.next()) {
            LinkMode mode = LinkMode.valueOf(row.key());
            Position position = row.keyPosition();
            catalogue.publicLinks(mode, in.texts(), position);
        }
    }

    private static void readPermissions(PolicyInput in, Catalogue.Builder catalogue, Shape shape, Setter setter) {
        in.each(shape, row -> {
            Details<PermissionBuilder> details = new Details<>();
            details.set(row.position(), PermissionBuilder::at);
            String name = null;
            while (row.next()) {
                switch (row.key()) {
                    case "name" -> name = in.text();
                    case "implies" -> details.set(in.texts(), PermissionBuilder::implies);
                    default -> {
                        if (Boolean.TRUE.equals(in.bool())) {
                            details.add(PermissionBuilder::implicit);
                        }
                    }
                }
            }
            if (name != null) {
                setter.permission(catalogue, name, details);
            }
        });
    }
}
