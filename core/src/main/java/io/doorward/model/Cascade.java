package io.doorward.model;

import io.doorward.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A row that went because the thing went that it named. An immutable value.
 *
 * @param kind what kind of row it was
 * @param workspace the workspace that held it; null for what belongs to none
 * @param row the row, or who held it: a principal, a team, an e-mail address, a device
 * @param of what it was on or in: a device, a team, an organization; null where the row says it all
 */
public record Cascade(
        Kind kind,
        @Nullable WorkspaceId workspace,
        String row,
        @Nullable String of) {

    /** The kinds of rows that can go along with something. */
    public enum Kind {
        /** What a member held on a device. */
        MEMBER_GRANT("grant of member", "on device"),
        /** What a team held on a device. */
        TEAM_GRANT("grant of team", "on device"),
        /** What a membership to come would have held on a device. */
        INVITE_GRANT("grant of invite", "on device"),
        /** A membership. */
        MEMBERSHIP("membership of", ""),
        /** Who was in a team. */
        TEAM_MEMBERSHIP("membership of", "in team"),
        /** A team inside a team. */
        NESTING("nesting of team", "in team"),
        /** A claim. */
        CLAIM("claim of device", ""),
        /** A claim offer. */
        OFFER("offer of device", ""),
        /** A pending membership. */
        INVITE("invite of", ""),
        /** A public link. */
        PUBLIC_LINK("public link", "to device"),
        /** An organization's admin. */
        ADMIN("admin", "of organization"),
        /** An API user. */
        API_USER("API user", ""),
        /** A device. */
        DEVICE("device", "");

        private final String noun;
        private final String preposition;

        Kind(String noun, String preposition) {
            this.noun = noun;
            this.preposition = preposition;
        }
    }

    /** In words, such as {@code grant of member "bob" on device "hall-1" in workspace "plant"}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(kind.noun).append(' ').append(Problem.quoted(row));
        if (of != null) {
            text.append(' ').append(kind.preposition).append(' ').append(Problem.quoted(of));
        }
        if (workspace != null) {
            text.append(" in workspace ").append(Problem.quoted(workspace.value()));
        }
        return text.toString();
    }
}
