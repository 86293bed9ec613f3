package io.doorward.json;

import io.doorward.document.ObjectWalk;
import io.doorward.document.Position;
import io.doorward.document.Shape;
import io.doorward.model.OrganizationBuilder;
import io.doorward.model.PolicyBuilder;
import io.doorward.permission.Permission;
import io.doorward.permission.Scope;
import java.util.List;

/** Reads an organization with its admins. */
final class OrganizationReader {

    /** The owner is required, but it is the builder that misses him. */
    static final Shape SHAPE = Shape.of("an organization", "id!", "name", "owner", "admins");

    private static final Shape ADMIN = Shape.of("an admin", "user!", "permissions");

    private OrganizationReader() {}

    static void read(PolicyInput in, ObjectWalk row, PolicyBuilder policy) {
        Details<OrganizationBuilder> details = new Details<>();
        details.set(row.position(), OrganizationBuilder::at);
        String id = null;
        while (row.next()) {
            switch (row.key()) {
                case "id" -> id = in.id();
                case "name" -> details.set(in.text(), OrganizationBuilder::name);
                case "owner" -> details.set(readOwner(in, policy), OrganizationBuilder::owner);
                default -> in.each(ADMIN, admin -> readAdmin(in, admin, details));
            }
        }
        policy.organization(PolicyInput.idOr(id, row.position()), details);
    }

    /** The owner; where he was refused, one that nobody misses, so that no second problem tells of the same fault. */
    private static String readOwner(PolicyInput in, PolicyBuilder policy) {
        Position position = in.document().here();
        String owner = in.id();
        String known = PolicyInput.idOr(owner, position);
        if (owner == null) {
            policy.user(known);
        }
        return known;
    }

    private static void readAdmin(PolicyInput in, ObjectWalk row, Details<OrganizationBuilder> organization) {
        List<Permission> permissions = List.of();
        String user = null;
        while (row.next()) {
            if (row.key().equals("user")) {
                user = in.id();
            } else {
                permissions = in.permissions(Scope.ORGANIZATION);
            }
        }
        if (user != null) {
            String known = user;
            List<Permission> given = permissions;
            Position position = row.position();
            organization.add(builder -> builder.admin(known, given, position));
        }
    }
}
