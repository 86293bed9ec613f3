package io.doorward.json;

import io.doorward.document.ObjectWalk;
import io.doorward.document.Shape;
import io.doorward.model.DeviceBuilder;
import io.doorward.model.WorkspaceBuilder;

/** Reads a device. */
final class DeviceReader {

    static final Shape SHAPE = Shape.of("a device", "id!", "product", "name", "tags", "suspended");

    private DeviceReader() {}

    static void read(PolicyInput in, ObjectWalk row, Details<WorkspaceBuilder> workspace) {
        Details<DeviceBuilder> details = new Details<>();
        details.set(row.position(), DeviceBuilder::at);
        String id = null;
        while (row.next()) {
            switch (row.key()) {
                case "id" -> id = in.id();
                case "product" -> details.set(in.id(), DeviceBuilder::product);
                case "name" -> details.set(in.text(), DeviceBuilder::name);
                case "tags" -> details.set(in.texts(), DeviceBuilder::tags);
                default -> details.set(in.bool(), DeviceBuilder::suspended);
            }
        }
        String known = PolicyInput.idOr(id, row.position());
        workspace.add(builder -> builder.device(known, details));
    }
}
