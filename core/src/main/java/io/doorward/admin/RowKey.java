package io.doorward.admin;

import static io.doorward.problem.Problem.quoted;

import io.doorward.model.DeviceId;
import io.doorward.model.OrganizationId;
import io.doorward.model.PrincipalId;
import io.doorward.model.TeamId;
import io.doorward.model.WorkspaceId;
import io.doorward.token.TokenHash;

/**
 * Which row of a policy a change writes. An immutable value.
 *
 * @param kind what kind of row
 * @param in the workspace or organization that holds it; empty for none
 * @param row who or what the row is about
 * @param of in or of what; empty for nothing
 */
record RowKey(Kind kind, String in, String row, String of) {

    enum Kind {
        MEMBER("member"),
        TEAM("team"),
        TEAM_MEMBERSHIP("member"),
        NESTING("team"),
        INVITE("the invited"),
        API_USER("API user"),
        TOKEN("token"),
        LINK("public link"),
        OFFER("offer"),
        DEVICE("device"),
        ADMIN("admin"),
        OWNER("owner");

        private final String noun;

        Kind(String noun) {
            this.noun = noun;
        }
    }

    static RowKey member(WorkspaceId workspace, PrincipalId principal) {
        return new RowKey(Kind.MEMBER, workspace.value(), principal.value(), "");
    }

    static RowKey team(WorkspaceId workspace, TeamId team) {
        return new RowKey(Kind.TEAM, workspace.value(), team.value(), "");
    }

    static RowKey membership(WorkspaceId workspace, PrincipalId principal, TeamId team) {
        return new RowKey(Kind.TEAM_MEMBERSHIP, workspace.value(), principal.value(), team.value());
    }

    static RowKey nesting(WorkspaceId workspace, TeamId inner, TeamId outer) {
        return new RowKey(Kind.NESTING, workspace.value(), inner.value(), outer.value());
    }

    static RowKey invite(WorkspaceId workspace, String email) {
        return new RowKey(Kind.INVITE, workspace.value(), email, "");
    }

    static RowKey apiUser(PrincipalId apiUser) {
        return new RowKey(Kind.API_USER, "", apiUser.value(), "");
    }

    /** The hash is part of the key only, never of a sentence. */
    static RowKey token(TokenHash hash) {
        return new RowKey(Kind.TOKEN, "", hash.hex(), "");
    }

    static RowKey link(PrincipalId link) {
        return new RowKey(Kind.LINK, "", link.value(), "");
    }

    static RowKey device(DeviceId device) {
        return new RowKey(Kind.DEVICE, "", device.value(), "");
    }

    static RowKey admin(OrganizationId organization, PrincipalId user) {
        return new RowKey(Kind.ADMIN, organization.value(), user.value(), "");
    }

    static RowKey owner(OrganizationId organization) {
        return new RowKey(Kind.OWNER, organization.value(), "", "");
    }

    /** Who gets or loses something by the row, such as {@code member "bob"}. */
    String words() {
        return kind.noun + " " + quoted(row);
    }
}
