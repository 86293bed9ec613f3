package io.doorward.explain;

import io.doorward.model.TeamId;
import io.doorward.model.Window;
import io.doorward.permission.PermissionSet;
import io.doorward.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * One row from which rights come.
 *
 * @param reach what the row is about
 * @param team the team through which it comes; empty for the principal's own row
 * @param permissions what the row gives, closed, before any ceiling
 * @param window when the row itself is valid
 * @param through the windows by which the principal is in the team, one of which has to be open; empty for an own row
 * @param live whether it counts at the instant asked about
 */
public record Source(
        Reach reach,
        Optional<TeamId> team,
        PermissionSet permissions,
        Window window,
        List<Window> through,
        boolean live) {

    /** What a row of rights is about. */
    public enum Reach {
        /** Permissions in the workspace or organization itself. */
        WORKSPACE("permissions"),
        /** A grant on all devices of the workspace. */
        ALL_DEVICES("grant on all devices"),
        /** A grant on the device's product. */
        PRODUCT("grant on the product"),
        /** A grant on the device. */
        DEVICE("grant on the device"),
        /** What being the owner of the organization gives. */
        OWNERSHIP("ownership"),
        /** What a public link's mode gives. */
        LINK("link");

        private final String words;

        Reach(String words) {
            this.words = words;
        }

        /** For people. */
        public String words() {
            return words;
        }
    }

    /** Copies the list. */
    public Source {
        through = List.copyOf(through);
    }

    /** The row on one line. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(team.map(id -> "team " + Problem.quoted(id.value()) + ", ")
                        .orElse(""))
                .append(reach.words())
                .append(": ")
                .append(permissions.isEmpty() ? "none" : String.join(", ", permissions.names()));
        append(text, window);
        for (Window way : through) {
            if (!way.isAlways()) {
                append(text.append("; in the team"), way);
            }
        }
        return (live ? text : text.append(" (not live)")).toString();
    }

    private static void append(StringBuilder text, Window window) {
        if (window.notBefore() != null) {
            text.append(" from ").append(window.notBefore());
        }
        if (window.expiresAt() != null) {
            text.append(" until ").append(window.expiresAt());
        }
    }
}
