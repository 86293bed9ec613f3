package io.doorward.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Describes a team. Not thread-safe. */
public final class TeamBuilder extends RightsBuilder<TeamBuilder> {

    private final List<WindowBuilder> members = new ArrayList<>();
    private final List<String> teams = new ArrayList<>(0);
    private @Nullable String name;

    TeamBuilder(WorkspaceBuilder workspace, String id) {
        super(workspace, "team", id);
    }

    /** What people call the team. */
    public TeamBuilder name(String name) {
        this.name = name;
        return this;
    }

    /** Puts a member of the workspace into the team. */
    public TeamBuilder member(String principal) {
        return member(principal, window -> {});
    }

    /** Puts a member of the workspace into the team, inside a window. */
    public TeamBuilder member(String principal, Consumer<WindowBuilder> window) {
        WindowBuilder row = new WindowBuilder(this, "team member", principal);
        window.accept(row);
        members.add(row);
        return this;
    }

    /** Puts another team of the workspace into this one: whoever is in the inner team is in this one too. */
    public TeamBuilder team(String inner) {
        teams.add(inner);
        return this;
    }

    @Nullable
    String name() {
        return name;
    }

    List<WindowBuilder> members() {
        return members;
    }

    List<String> teams() {
        return teams;
    }
}
