package io.doorward.model;

import com.google.common.collect.ImmutableSortedSet;
import io.doorward.persistent.PersistentSortedMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A group of members of one workspace with rights of its own. Who is in an inner team is in the outer one.
 *
 * @param id unique in its workspace
 * @param name what people call it, or null
 * @param members who is in it and when, in id order
 * @param teams its inner teams, in id order
 * @param rights what it gives to its members
 */
public record Team(
        TeamId id,
        @Nullable String name,
        SortedMap<PrincipalId, Window> members,
        SortedSet<TeamId> teams,
        Rights rights) {

    /** Copies the collections. */
    public Team {
        members = PersistentSortedMap.copyOf(members);
        teams = ImmutableSortedSet.copyOfSorted(teams);
    }

    /** The same team with other members. */
    public Team withMembers(SortedMap<PrincipalId, Window> others) {
        return new Team(id, name, others, teams, rights);
    }

    /** The same team with other inner teams. */
    public Team withTeams(SortedSet<TeamId> others) {
        return new Team(id, name, members, others, rights);
    }

    /** The same team with other rights. */
    public Team withRights(Rights others) {
        return new Team(id, name, members, teams, others);
    }

    Team without(TeamId inner) {
        SortedSet<TeamId> rest = new TreeSet<>(teams);
        rest.remove(inner);
        return withTeams(rest);
    }
}
