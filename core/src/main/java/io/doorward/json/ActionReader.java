package io.doorward.json;

import io.doorward.document.ObjectWalk;
import io.doorward.document.Position;
import io.doorward.document.Shape;
import io.doorward.permission.Catalogue;
import io.doorward.permission.Scope;
import io.doorward.problem.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads an action of a catalogue, whose scope says which other keys it may have. */
final class ActionReader {

    static final Shape SHAPE = Shape.of(
            "an action", "name!", "scope!", "device", "workspace", "organization", "owningWorkspaceOnly", "ownerOnly");

    private final PolicyInput in;
    private final Map<String, Position> keys = new LinkedHashMap<>();
    private @Nullable String name;
    private @Nullable Scope scope;
    private List<String> device = List.of();
    private List<String> workspace = List.of();
    private List<String> organization = List.of();
    private boolean owningWorkspaceOnly;
    private boolean ownerOnly;

    private ActionReader(PolicyInput in) {
        this.in = in;
    }

    static void read(PolicyInput in, ObjectWalk row, Catalogue.Builder catalogue) {
        ActionReader action = new ActionReader(in);
        while (row.next()) {
            action.readKey(row);
        }
        action.reportForeignKeys();
        action.define(catalogue, row.position());
    }

    private void readKey(ObjectWalk row) {
        switch (row.key()) {
            case "name" -> name = in.text();
            case "scope" -> scope = readScope();
            default -> {
                keys.put(row.key(), row.keyPosition());
                readNeed(row.key());
            }
        }
    }

    private void readNeed(String key) {
        switch (key) {
            case "device" -> device = in.texts();
            case "workspace" -> workspace = in.texts();
            case "organization" -> organization = in.texts();
            case "owningWorkspaceOnly" -> owningWorkspaceOnly = Boolean.TRUE.equals(in.bool());
            default -> ownerOnly = Boolean.TRUE.equals(in.bool());
        }
    }

    private @Nullable Scope readScope() {
        String word = in.text();
        if (word == null) {
            return null;
        }
        Optional<Scope> known = Scope.find(word);
        if (known.isEmpty()) {
            in.document().rejectWord(word, "\"device\", \"workspace\" or \"organization\"");
        }
        return known.orElse(null);
    }

    private void reportForeignKeys() {
        if (scope == null) {
            return;
        }
        List<String> own = needsOf(scope);
        keys.forEach((key, position) -> {
            if (!own.contains(key)) {
                in.document()
                        .problem(
                                position,
                                "The key " + Problem.quoted(key) + " is not for an action on the scope " + scope.word()
                                        + ", which has " + String.join(", ", own) + "; remove it.");
            }
        });
    }

    private static List<String> needsOf(Scope scope) {
        return switch (scope) {
            case DEVICE -> List.of("device", "workspace", "owningWorkspaceOnly");
            case WORKSPACE -> List.of("workspace");
            case ORGANIZATION -> List.of("organization", "ownerOnly");
        };
    }

    private void define(Catalogue.Builder catalogue, Position position) {
        if (name == null || scope == null) {
            return;
        }
        switch (scope) {
            case DEVICE ->
                catalogue.deviceAction(name, action -> {
                    action.device(device).workspace(workspace).at(position);
                    if (owningWorkspaceOnly) {
                        action.owningWorkspaceOnly();
                    }
                });
            case WORKSPACE ->
                catalogue.workspaceAction(
                        name, action -> action.workspace(workspace).at(position));
            case ORGANIZATION ->
                catalogue.organizationAction(name, action -> {
                    action.organization(organization).at(position);
                    if (ownerOnly) {
                        action.ownerOnly();
                    }
                });
        }
    }
}
