package io.doorward.json;

import io.doorward.document.ObjectWalk;
import io.doorward.document.Shape;
import io.doorward.model.MemberBuilder;
import io.doorward.model.WorkspaceBuilder;

/** Reads a membership. */
final class MemberReader {

    static final Shape SHAPE = Shape.of(
            "a member", "principal!", "permissions", "allDevices", "products", "devices", "notBefore", "expiresAt");

    private static final RightsReader<MemberBuilder> RIGHTS = new RightsReader<>(
            MemberBuilder::permissions, MemberBuilder::allDevices, MemberBuilder::product, MemberBuilder::device);

    private MemberReader() {}

    static void read(PolicyInput in, ObjectWalk row, Details<WorkspaceBuilder> workspace) {
        Details<MemberBuilder> details = new Details<>();
        details.set(row.position(), MemberBuilder::at);
        String principal = null;
        while (row.next()) {
            switch (row.key()) {
                case "principal" -> principal = in.id();
                case "notBefore" -> details.set(in.instant(), MemberBuilder::notBefore);
                case "expiresAt" -> details.set(in.instant(), MemberBuilder::expiresAt);
                default -> RIGHTS.read(in, row, details);
            }
        }
        if (principal != null) {
            String known = principal;
            workspace.add(builder -> builder.member(known, details));
        }
    }
}
