package io.doorward.index;

import io.doorward.model.TeamId;
import org.jspecify.annotations.Nullable;

/** A team with its own rights; what outer teams add reaches a member through teams of their own ({@link MemberTeams}). */
final class TeamRow {

    final TeamId id;
    final RightsRow rights;

    /**
     * Its grants as bits, once a list or a batch has asked for them. Written and read without a lock: whoever does not see what another
     * thread has made makes the same.
     */
    private @Nullable GrantBits bits;

    TeamRow(TeamId id, RightsRow rights) {
        this(id, rights, null);
    }

    private TeamRow(TeamId id, RightsRow rights, @Nullable GrantBits bits) {
        this.id = id;
        this.rights = rights;
        this.bits = bits;
    }

    /**
     * Its grants as bits, if they are kept.
     *
     * @param present the devices of its workspace
     */
    GrantBits bits(PresentDevices present) {
        GrantBits known = bits;
        if (known == null) {
            known = GrantBits.of(rights.entries, rights.codes.order, present);
            bits = known;
        }
        return known;
    }

    /**
     * The same team with other rights.
     *
     * @param devices those on which its grant is another one than before, each once
     */
    TeamRow with(RightsRow others, int[] devices) {
        GrantBits known = bits;
        return new TeamRow(id, others, known == null ? null : known.after(rights, others, devices));
    }
}
