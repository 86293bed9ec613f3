package io.doorward.index;

/** A team after a change of what it holds. */
final class ChangedTeam {

    /** Its number. */
    final int team;

    /** Its next row. */
    final TeamRow row;

    /** The devices on which its grant is another one than before, each once. */
    final int[] devices;

    ChangedTeam(int team, TeamRow row, int[] devices) {
        this.team = team;
        this.row = row;
        this.devices = devices;
    }
}
