package io.doorward.json;

import io.doorward.document.DocumentReader;
import io.doorward.document.ObjectWalk;
import io.doorward.document.Position;
import io.doorward.document.Shape;
import io.doorward.permission.Permission;
import io.doorward.permission.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The document of a policy while it is read, and what its rows share: an id or a list of permissions that stands in it
 * a million times is kept once.
 */
final class PolicyInput {

    private final DocumentReader document;
    private final Map<String, String> ids = new HashMap<>();
    private final PermissionLists device;
    private final PermissionLists workspace;
    private final PermissionLists organization;

    PolicyInput(DocumentReader document) {
        this.document = document;
        device = new PermissionLists(document, Scope.DEVICE);
        workspace = new PermissionLists(document, Scope.WORKSPACE);
        organization = new PermissionLists(document, Scope.ORGANIZATION);
    }

    DocumentReader document() {
        return document;
    }

    ObjectWalk object(Shape shape) {
        return document.object(shape);
    }

    /** Goes through an array of anything. */
    void each(Runnable element) {
        document.each(element);
    }

    /** Goes through an array of objects; whatever else is in it is reported and left out. */
    void each(Shape shape, Consumer<ObjectWalk> element) {
        document.each(() -> {
            if (document.isObject()) {
                element.accept(document.object(shape));
            } else {
                document.reject("an object");
            }
        });
    }

    @Nullable
    String text() {
        return document.text();
    }

    /** The strings of an array. */
    List<String> texts() {
        List<String> texts = new ArrayList<>(1);
        document.each(() -> {
            String text = document.text();
            if (text != null) {
                texts.add(text);
            }
        });
        return texts;
    }

    @Nullable
    Instant instant() {
        return document.instant();
    }

    @Nullable
    Boolean bool() {
        return document.bool();
    }

    List<Permission> permissions(Scope scope) {
        return switch (scope) {
            case DEVICE -> device.read();
            case WORKSPACE -> workspace.read();
            case ORGANIZATION -> organization.read();
        };
    }

    /** An id, or null; whether it is a legal one is found out when the policy is built. */
    @Nullable
    String id() {
        String id = document.text();
        return id == null ? null : shared(id);
    }

    /** The first string that was equal to this one. */
    String shared(String id) {
        String first = ids.putIfAbsent(id, id);
        return first == null ? id : first;
    }

    /**
     * What stands for the id of a row that has none: the rest of the row is then checked like any other, and nothing
     * is called dangling only because of it. There is a problem already, so this never gets into a policy.
     */
    static String idOr(@Nullable String id, Position row) {
        return id != null ? id : "(at " + row.text() + ")";
    }
}
