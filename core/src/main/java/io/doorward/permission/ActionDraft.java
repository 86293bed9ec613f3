package io.doorward.permission;

import com.google.common.collect.ImmutableList;
import io.doorward.problem.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An action as a host wrote it, not yet checked. The three public builders fill it. */
final class ActionDraft {

    private final Scope scope;
    private final String name;
    private final List<String> device = new ArrayList<>();
    private final List<String> workspace = new ArrayList<>();
    private final List<String> organization = new ArrayList<>();
    private boolean owningWorkspaceOnly;
    private boolean ownerOnly;
    private @Nullable Place place;

    ActionDraft(Scope scope, String name) {
        this.scope = scope;
        this.name = name;
    }

    Scope scope() {
        return scope;
    }

    String name() {
        return name;
    }

    List<String> needs(Scope of) {
        return switch (of) {
            case DEVICE -> device;
            case WORKSPACE -> workspace;
            case ORGANIZATION -> organization;
        };
    }

    boolean owningWorkspaceOnly() {
        return owningWorkspaceOnly;
    }

    boolean ownerOnly() {
        return ownerOnly;
    }

    @Nullable
    Place place() {
        return place;
    }

    void need(Scope of, Collection<String> names) {
        needs(of).addAll(ImmutableList.copyOf(names));
    }

    void setOwningWorkspaceOnly() {
        owningWorkspaceOnly = true;
    }

    void setOwnerOnly() {
        ownerOnly = true;
    }

    void setPlace(@Nullable Place newPlace) {
        place = newPlace;
    }
}
