package io.doorward.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.doorward.model.Claim;
import io.doorward.model.Device;
import io.doorward.model.Grant;
import io.doorward.model.Invite;
import io.doorward.model.Member;
import io.doorward.model.Offer;
import io.doorward.model.Organization;
import io.doorward.model.PrincipalId;
import io.doorward.model.Product;
import io.doorward.model.Rights;
import io.doorward.model.Team;
import io.doorward.model.TeamId;
import io.doorward.model.Window;
import java.util.Map;

/** Organizations, and what belongs to a workspace, as rows of a document. */
final class WorkspaceRows {

    private WorkspaceRows() {}

    static ObjectNode of(Organization organization) {
        ObjectNode row = Rows.row();
        Rows.text(row, "id", organization.id());
        Rows.text(row, "name", organization.name());
        Rows.text(row, "owner", organization.owner());
        ArrayNode admins = Rows.list();
        organization.admins().forEach((user, permissions) -> {
            ObjectNode admin = Rows.row();
            Rows.text(admin, "user", user);
            Rows.permissions(admin, "permissions", permissions);
            admins.add(admin);
        });
        Rows.list(row, "admins", admins);
        return row;
    }

    static ObjectNode of(Product product) {
        ObjectNode row = Rows.row();
        Rows.text(row, "id", product.id());
        Rows.text(row, "name", product.name());
        return row;
    }

    static ObjectNode of(Device device) {
        ObjectNode row = Rows.row();
        Rows.text(row, "id", device.id());
        Rows.text(row, "product", device.product());
        Rows.text(row, "name", device.name());
        Rows.list(row, "tags", Rows.texts(device.tags()));
        Rows.flag(row, "suspended", device.suspended());
        return row;
    }

    static ObjectNode of(Claim claim) {
        ObjectNode row = Rows.row();
        Rows.text(row, "device", claim.device());
        Rows.ceiling(row, claim.ceiling());
        return row;
    }

    static ObjectNode of(Offer offer) {
        ObjectNode row = Rows.row();
        Rows.text(row, "device", offer.device());
        Rows.ceiling(row, offer.ceiling());
        Rows.text(row, "openedBy", offer.openedBy());
        row.set("code", Rows.row().put("sha256", offer.code().hex()));
        Rows.window(row, offer.window());
        return row;
    }

    static ObjectNode of(Member member) {
        ObjectNode row = Rows.row();
        Rows.text(row, "principal", member.principal());
        rights(row, member.rights());
        Rows.window(row, member.window());
        return row;
    }

    static ObjectNode of(Team team) {
        ObjectNode row = Rows.row();
        Rows.text(row, "id", team.id());
        Rows.text(row, "name", team.name());
        ArrayNode members = Rows.list();
        team.members().forEach((principal, window) -> members.add(teamMember(principal, window)));
        Rows.list(row, "members", members);
        Rows.list(
                row,
                "teams",
                Rows.texts(team.teams().stream().map(TeamId::value).toList()));
        rights(row, team.rights());
        return row;
    }

    static ObjectNode of(Invite invite) {
        ObjectNode row = Rows.row();
        Rows.text(row, "email", invite.email());
        Rows.text(row, "invitedBy", invite.invitedBy());
        rights(row, invite.rights());
        Rows.window(row, invite.window());
        return row;
    }

    private static JsonNode teamMember(PrincipalId principal, Window window) {
        ObjectNode row = Rows.row();
        Rows.text(row, "principal", principal);
        Rows.window(row, window);
        return window.isAlways() ? row.get("principal") : row;
    }

    private static void rights(ObjectNode row, Rights rights) {
        Rows.permissions(row, "permissions", rights.permissions());
        Grant allDevices = rights.allDevices();
        if (allDevices != null) {
            row.set("allDevices", grant(allDevices));
        }
        grants(row, "products", rights.products());
        grants(row, "devices", rights.devices());
    }

    private static void grants(ObjectNode row, String key, Map<?, Grant> grants) {
        if (!grants.isEmpty()) {
            ObjectNode list = Rows.row();
            grants.forEach((id, grant) -> list.set(id.toString(), grant(grant)));
            row.set(key, list);
        }
    }

    private static JsonNode grant(Grant grant) {
        return Rows.grant(Rows.permissions(grant.permissions()), grant.window());
    }
}
