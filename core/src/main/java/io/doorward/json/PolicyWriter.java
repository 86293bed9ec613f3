package io.doorward.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.doorward.model.Policy;
import io.doorward.model.Revision;
import io.doorward.model.Workspace;
import io.doorward.permission.Catalogue;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.function.Function;

/** Writes one policy, row by row, in the order of the format's key table and of the ids. */
final class PolicyWriter {

    private final Layout out;

    PolicyWriter(Writer out) {
        this.out = new Layout(out);
    }

    void write(Policy policy) throws IOException {
        ObjectNode head = Rows.row();
        Rows.text(head, "format", PolicyReader.FORMAT);
        revision(head, policy.revision());
        if (!policy.catalogue().equals(Catalogue.defaults())) {
            head.set("catalogue", CatalogueRows.of(policy.catalogue()));
        }
        begin(head, 0);
        rows("users", policy.users().values(), PrincipalRows::of, 1);
        rows("organizations", policy.organizations().values(), WorkspaceRows::of, 1);
        list("workspaces", policy.workspaces().values(), this::workspace, 1);
        rows("publicLinks", policy.publicLinks().values(), PrincipalRows::of, 1);
        end(0);
        out.raw("\n");
    }

    private static void revision(ObjectNode head, Revision revision) {
        if (!revision.lineage().isEmpty()) {
            head.put("lineage", revision.lineage());
        }
        if (!revision.equals(Revision.NONE)) {
            head.put("revision", revision.number());
        }
    }

    private void workspace(Workspace workspace) throws IOException {
        ObjectNode head = Rows.row();
        Rows.text(head, "id", workspace.id());
        Rows.text(head, "slug", workspace.slug());
        Rows.text(head, "name", workspace.name());
        Rows.text(head, "organization", workspace.organization());
        Rows.flag(head, "suspended", workspace.suspended());
        begin(head, 2);
        rows("products", workspace.products().values(), WorkspaceRows::of, 3);
        rows("devices", workspace.devices().values(), WorkspaceRows::of, 3);
        rows("claims", workspace.claims().values(), WorkspaceRows::of, 3);
        rows("offers", workspace.offers().values(), WorkspaceRows::of, 3);
        rows("apiUsers", workspace.apiUsers().values(), PrincipalRows::of, 3);
        rows("members", workspace.members().values(), WorkspaceRows::of, 3);
        rows("teams", workspace.teams().values(), WorkspaceRows::of, 3);
        rows("invites", workspace.invites().values(), WorkspaceRows::of, 3);
        end(2);
    }

    /** Opens an object with its first members, of which there is at least one. */
    private void begin(ObjectNode head, int depth) throws IOException {
        out.raw("{");
        String separator = "";
        for (var member : head.properties()) {
            out.raw(separator);
            separator = ",";
            out.newLine(depth + 1);
            out.member(member.getKey(), member.getValue(), depth + 1);
        }
    }

    private void end(int depth) throws IOException {
        out.newLine(depth);
        out.raw("}");
    }

    private <T> void rows(String key, Collection<T> things, Function<T, ? extends JsonNode> toRow, int depth)
            throws IOException {
        list(key, things, thing -> out.value(toRow.apply(thing), depth + 1, 0), depth);
    }

    private <T> void list(String key, Collection<T> things, RowWriter<T> writer, int depth) throws IOException {
        if (things.isEmpty()) {
            return;
        }
        out.raw(",");
        out.newLine(depth);
        out.key(key);
        String separator = "[";
        for (T thing : things) {
            out.raw(separator);
            separator = ",";
            out.newLine(depth + 1);
            writer.write(thing);
        }
        out.newLine(depth);
        out.raw("]");
    }

    /** Writes a thing at the beginning of a line. */
    private interface RowWriter<T> {

        void write(T thing) throws IOException;
    }
}
