package io.doorward.index;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The teams that a member is in, outer ones included, by their numbers. What a team holds lies in the row of the team, so
 * that a change of it leaves this as it is.
 *
 * <p>Invariant: no team is both among those for always and among those for a time; {@code bits} says the same as
 * {@code always}, and is there for more than {@value #FEW} teams unless it would be longer.
 */
final class MemberTeams {

    /** Up to so many, it is quicker to ask each team than to look who else has a grant there. */
    static final int FEW = 4;

    static final MemberTeams NONE = new MemberTeams(new TreeMap<>(), 0);

    private static final WindowRow[] ALWAYS = {WindowRow.ALWAYS};

    /** Those in which it is without a window, sorted. */
    final int[] always;

    /** The same as a set of bits, or null. */
    final long @Nullable [] bits;

    /** Those in which it is for a time only, by number. */
    final TeamLink[] timed;

    /**
     * Makes the teams of one member.
     *
     * @param windows by the number of a team the windows through which the member comes to it
     * @param count how many teams the workspace has
     */
    MemberTeams(SortedMap<Integer, List<WindowRow>> windows, int count) {
        List<Integer> forAlways = new ArrayList<>();
        List<TeamLink> forATime = new ArrayList<>();
        windows.forEach((team, through) -> {
            if (through.stream().anyMatch(WindowRow::isAlways)) {
                forAlways.add(team);
            } else {
                forATime.add(new TeamLink(team, through.toArray(new WindowRow[0])));
            }
        });
        always = forAlways.stream().mapToInt(Integer::intValue).toArray();
        timed = forATime.toArray(new TeamLink[0]);
        int words = (count + Long.SIZE - 1) / Long.SIZE;
        bits = always.length > FEW && words <= always.length && count <= TeamTable.MOST_TEAMS ? bits(words) : null;
    }

    private long[] bits(int words) {
        long[] set = new long[words];
        for (int team : always) {
            set[team / Long.SIZE] |= 1L << team;
        }
        return set;
    }

    /** Whether the set has a team; a shift takes only the last bits of its distance. */
    static boolean contains(long[] bits, int team) {
        return (bits[team >>> 6] & (1L << team)) != 0;
    }

    /** All of them, by number. */
    List<TeamLink> links() {
        List<TeamLink> links = new ArrayList<>(List.of(timed));
        for (int team : always) {
            links.add(new TeamLink(team, ALWAYS));
        }
        links.sort(Comparator.comparingInt(link -> link.team));
        return links;
    }
}
