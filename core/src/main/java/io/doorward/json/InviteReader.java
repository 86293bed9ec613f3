package io.doorward.json;

import io.doorward.document.ObjectWalk;
import io.doorward.document.Shape;
import io.doorward.model.InviteBuilder;
import io.doorward.model.WorkspaceBuilder;

/** Reads an invite. */
final class InviteReader {

    static final Shape SHAPE = Shape.of(
            "an invite",
            "email!",
            "invitedBy",
            "permissions",
            "allDevices",
            "products",
            "devices",
            "notBefore",
            "expiresAt");

    private static final RightsReader<InviteBuilder> RIGHTS = new RightsReader<>(
            InviteBuilder::permissions, InviteBuilder::allDevices, InviteBuilder::product, InviteBuilder::device);

    private InviteReader() {}

    static void read(PolicyInput in, ObjectWalk row, Details<WorkspaceBuilder> workspace) {
        Details<InviteBuilder> details = new Details<>();
        details.set(row.position(), InviteBuilder::at);
        String email = null;
        while (row.next()) {
            switch (row.key()) {
                case "email" -> email = in.text();
                case "invitedBy" -> details.set(in.id(), InviteBuilder::invitedBy);
                case "notBefore" -> details.set(in.instant(), InviteBuilder::notBefore);
                case "expiresAt" -> details.set(in.instant(), InviteBuilder::expiresAt);
                default -> RIGHTS.read(in, row, details);
            }
        }
        String known = PolicyInput.idOr(email, row.position());
        workspace.add(builder -> builder.invite(known, details));
    }
}
