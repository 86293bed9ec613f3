package io.doorward.json;

import io.doorward.document.ObjectWalk;
import io.doorward.document.Position;
import io.doorward.document.Shape;
import io.doorward.model.TeamBuilder;
import io.doorward.model.WindowBuilder;
import io.doorward.model.WorkspaceBuilder;

/** Reads a team. */
final class TeamReader {

    static final Shape SHAPE =
            Shape.of("a team", "id!", "name", "members", "teams", "permissions", "allDevices", "products", "devices");

    private static final Shape MEMBER = Shape.of("a team member", "principal!", "notBefore", "expiresAt");

    private static final RightsReader<TeamBuilder> RIGHTS = new RightsReader<>(
            TeamBuilder::permissions, TeamBuilder::allDevices, TeamBuilder::product, TeamBuilder::device);

    private TeamReader() {}

    static void read(PolicyInput in, ObjectWalk row, Details<WorkspaceBuilder> workspace) {
        Details<TeamBuilder> details = new Details<>();
        details.set(row.position(), TeamBuilder::at);
        String id = null;
        while (row.next()) {
            switch (row.key()) {
                case "id" -> id = in.id();
                case "name" -> details.set(in.text(), TeamBuilder::name);
                case "members" -> in.each(() -> readMember(in, details));
                case "teams" -> in.each(() -> details.set(in.id(), TeamBuilder::team));
                default -> RIGHTS.read(in, row, details);
            }
        }
        String known = PolicyInput.idOr(id, row.position());
        workspace.add(builder -> builder.team(known, details));
    }

    private static void readMember(PolicyInput in, Details<TeamBuilder> team) {
        Position position = in.document().here();
        if (in.document().isText()) {
            team.set(in.id(), (builder, principal) -> builder.member(principal, member -> member.at(position)));
        } else if (in.document().isObject()) {
            readMemberInWindow(in, team);
        } else {
            in.document().reject("the id of a principal, or an object with principal and a window");
        }
    }

    private static void readMemberInWindow(PolicyInput in, Details<TeamBuilder> team) {
        Details<WindowBuilder> window = new Details<>();
        ObjectWalk row = in.object(MEMBER);
        window.set(row.position(), WindowBuilder::at);
        String principal = null;
        while (row.next()) {
            switch (row.key()) {
                case "principal" -> principal = in.id();
                case "notBefore" -> window.set(in.instant(), WindowBuilder::notBefore);
                default -> window.set(in.instant(), WindowBuilder::expiresAt);
            }
        }
        team.set(principal, (builder, known) -> builder.member(known, window));
    }
}
