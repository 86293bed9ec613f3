package io.doorward.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.doorward.model.InstantText;
import io.doorward.model.Window;
import io.doorward.permission.PermissionSet;
import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** The parts of rows that many of them share; what says nothing is left out. */
final class Rows {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Rows() {}

    static ObjectNode row() {
        return NODES.objectNode();
    }

    static ArrayNode list() {
        return NODES.arrayNode();
    }

    static void text(ObjectNode row, String key, @Nullable Object value) {
        if (value != null) {
            row.put(key, value.toString());
        }
    }

    static void instant(ObjectNode row, String key, @Nullable Instant instant) {
        if (instant != null) {
            row.put(key, InstantText.format(instant));
        }
    }

    static void window(ObjectNode row, Window window) {
        instant(row, "notBefore", window.notBefore());
        instant(row, "expiresAt", window.expiresAt());
    }

    static void flag(ObjectNode row, String key, boolean flag) {
        if (flag) {
            row.put(key, true);
        }
    }

    static void list(ObjectNode row, String key, ArrayNode list) {
        if (!list.isEmpty()) {
            row.set(key, list);
        }
    }

    static void permissions(ObjectNode row, String key, PermissionSet permissions) {
        list(row, key, permissions(permissions));
    }

    static void ceiling(ObjectNode row, @Nullable PermissionSet ceiling) {
        if (ceiling != null) {
            row.set("ceiling", permissions(ceiling));
        }
    }

    /** A grant: its permissions alone where it has no window. */
    static JsonNode grant(JsonNode permissions, Window window) {
        if (window.isAlways()) {
            return permissions;
        }
        ObjectNode row = row();
        row.set("permissions", permissions);
        window(row, window);
        return row;
    }

    static ArrayNode permissions(PermissionSet permissions) {
        return texts(permissions.names());
    }

    static ArrayNode texts(Collection<String> texts) {
        ArrayNode list = list();
        texts.forEach(list::add);
        return list;
    }
}
