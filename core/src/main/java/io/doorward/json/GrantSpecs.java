package io.doorward.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.doorward.change.GrantSpec;
import io.doorward.document.ObjectWalk;
import io.doorward.document.Position;
import io.doorward.document.Shape;
import io.doorward.model.Window;
import io.doorward.permission.Permission;
import io.doorward.permission.Scope;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Grants to be made, read and written as in the document of a policy. */
final class GrantSpecs {

    private GrantSpecs() {}

    static @Nullable GrantSpec read(PolicyInput in, Position key) {
        if (in.document().isArray()) {
            return new GrantSpec(in.permissions(Scope.DEVICE), Window.ALWAYS);
        }
        if (in.document().isObject()) {
            return readInWindow(in, key);
        }
        in.document().reject("a list of permissions, or an object with permissions and a window");
        return null;
    }

    private static @Nullable GrantSpec readInWindow(PolicyInput in, Position key) {
        List<Permission> permissions = List.of();
        Instant notBefore = null;
        Instant expiresAt = null;
        ObjectWalk row = in.object(RightsReader.GRANT);
        while (row.next()) {
            switch (row.key()) {
                case "permissions" -> permissions = in.permissions(Scope.DEVICE);
                case "notBefore" -> notBefore = in.instant();
                default -> expiresAt = in.instant();
            }
        }
        try {
            return new GrantSpec(permissions, Window.of(notBefore, expiresAt));
        } catch (IllegalArgumentException e) {
            in.document().problem(key, "The window of the grant holds at no instant: " + e.getMessage());
            return null;
        }
    }

    static <I> SortedMap<I, GrantSpec> readAll(PolicyInput in, Shape shape, Function<String, I> make) {
        SortedMap<I, GrantSpec> grants = new TreeMap<>();
        ObjectWalk row = in.object(shape);
        while (row.next()) {
            Position position = row.keyPosition();
            String id = in.shared(row.key());
            GrantSpec grant = read(in, position);
            try {
                I known = make.apply(id);
                if (grant != null) {
                    grants.put(known, grant);
                }
            } catch (IllegalArgumentException e) {
                in.document().problem(position, String.valueOf(e.getMessage()));
            }
        }
        return grants;
    }

    static JsonNode write(GrantSpec grant) {
        return Rows.grant(Part.names(Scope.DEVICE, grant.permissions()), grant.window());
    }

    static JsonNode writeAll(SortedMap<?, GrantSpec> grants) {
        ObjectNode row = Rows.row();
        grants.forEach((id, grant) -> row.set(id.toString(), write(grant)));
        return row;
    }
}
