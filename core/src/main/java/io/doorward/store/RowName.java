package io.doorward.store;

import io.doorward.model.DeviceId;
import io.doorward.model.OrganizationId;
import io.doorward.model.PrincipalId;
import io.doorward.model.ProductId;
import io.doorward.model.TeamId;
import io.doorward.model.WorkspaceId;
import io.doorward.problem.Problem;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Names a row of a policy: for who writes a store and keeps which rows a revision {@linkplain Footprint changed}. An
 * immutable value. Devices, API users and all that belongs to no workspace have names without one: there is only one of that
 * id.
 *
 * @param kind of the row
 * @param workspace the workspace of a product, claim, member, team or invite; null for all others
 * @param key the id or, of an invite, the e-mail address; empty for the catalogue
 */
public record RowName(Kind kind, @Nullable WorkspaceId workspace, String key) {

    /** Kinds of rows. Stores keep their names: one is never renamed. */
    public enum Kind {
        /** The catalogue of permissions and actions. */
        CATALOGUE,
        /** A user. */
        USER,
        /** An API user. */
        API_USER,
        /** A public link. */
        PUBLIC_LINK,
        /** An organization. */
        ORGANIZATION,
        /** A workspace without what belongs to it. */
        WORKSPACE,
        /** A device. */
        DEVICE,
        /** A product. */
        PRODUCT,
        /** A claim. */
        CLAIM,
        /** An offer of a device. */
        OFFER,
        /** A membership with its grants. */
        MEMBER,
        /** A team with its members and grants. */
        TEAM,
        /** An invite. */
        INVITE
    }

    static final RowName CATALOGUE = new RowName(Kind.CATALOGUE, null, "");

    static RowName workspace(WorkspaceId id) {
        return new RowName(Kind.WORKSPACE, null, id.value());
    }

    static RowName organization(OrganizationId id) {
        return new RowName(Kind.ORGANIZATION, null, id.value());
    }

    static RowName device(DeviceId id) {
        return new RowName(Kind.DEVICE, null, id.value());
    }

    static RowName offer(DeviceId id) {
        return new RowName(Kind.OFFER, null, id.value());
    }

    static RowName user(PrincipalId id) {
        return new RowName(Kind.USER, null, id.value());
    }

    static RowName apiUser(PrincipalId id) {
        return new RowName(Kind.API_USER, null, id.value());
    }

    static RowName publicLink(PrincipalId id) {
        return new RowName(Kind.PUBLIC_LINK, null, id.value());
    }

    static RowName product(WorkspaceId workspace, ProductId id) {
        return new RowName(Kind.PRODUCT, workspace, id.value());
    }

    static RowName claim(WorkspaceId workspace, DeviceId id) {
        return new RowName(Kind.CLAIM, workspace, id.value());
    }

    static RowName member(WorkspaceId workspace, PrincipalId id) {
        return new RowName(Kind.MEMBER, workspace, id.value());
    }

    static RowName team(WorkspaceId workspace, TeamId id) {
        return new RowName(Kind.TEAM, workspace, id.value());
    }

    static RowName invite(WorkspaceId workspace, String email) {
        return new RowName(Kind.INVITE, workspace, email);
    }

    /** In words, such as {@code member "bob" of workspace "plant"}. */
    @Override
    public String toString() {
        if (kind == Kind.CATALOGUE) {
            return "the catalogue";
        }
        String what = kind == Kind.API_USER
                ? "API user"
                : kind.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return what + " " + Problem.quoted(key)
                + (workspace == null ? "" : " of workspace " + Problem.quoted(workspace.value()));
    }
}
