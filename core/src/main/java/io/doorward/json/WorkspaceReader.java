package io.doorward.json;

import io.doorward.document.ObjectWalk;
import io.doorward.document.Shape;
import io.doorward.model.PolicyBuilder;
import io.doorward.model.WorkspaceBuilder;

/** Reads a workspace with all that belongs to it. */
final class WorkspaceReader {

    static final Shape SHAPE = Shape.of(
            "a workspace",
            "id!",
            "slug",
            "name",
            "organization",
            "suspended",
            "products",
            "devices",
            "claims",
            "offers",
            "apiUsers",
            "members",
            "teams",
            "invites");

    private WorkspaceReader() {}

    static void read(PolicyInput in, ObjectWalk row, PolicyBuilder policy) {
        Details<WorkspaceBuilder> details = new Details<>();
        details.set(row.position(), WorkspaceBuilder::at);
        String id = null;
        while (row.next()) {
            switch (row.key()) {
                case "id" -> id = in.id();
                case "slug" -> details.set(in.text(), WorkspaceBuilder::slug);
                case "name" -> details.set(in.text(), WorkspaceBuilder::name);
                case "organization" -> details.set(in.id(), WorkspaceBuilder::organization);
                case "suspended" -> details.set(in.bool(), WorkspaceBuilder::suspended);
                case "products" -> in.each(ProductReader.SHAPE, product -> ProductReader.read(in, product, details));
                case "devices" -> in.each(DeviceReader.SHAPE, device -> DeviceReader.read(in, device, details));
                case "claims" -> in.each(ClaimReader.CLAIM, claim -> ClaimReader.readClaim(in, claim, details));
                case "offers" -> in.each(ClaimReader.OFFER, offer -> ClaimReader.readOffer(in, offer, details));
                case "apiUsers" -> in.each(ApiUserReader.SHAPE, user -> ApiUserReader.read(in, user, details));
                case "members" -> in.each(MemberReader.SHAPE, member -> MemberReader.read(in, member, details));
                case "teams" -> in.each(TeamReader.SHAPE, team -> TeamReader.read(in, team, details));
                default -> in.each(InviteReader.SHAPE, invite -> InviteReader.read(in, invite, details));
            }
        }
        policy.workspace(PolicyInput.idOr(id, row.position()), details);
    }
}
