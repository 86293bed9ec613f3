package io.doorward.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.doorward.change.Change;
import io.doorward.model.Revision;
import java.io.IOException;
import java.io.Writer;

/** Writes one change set, change by change. */
final class ChangesWriter {

    private static final int CHANGE_DEPTH = 2;

    private final Layout out;

    ChangesWriter(Writer out) {
        this.out = new Layout(out);
    }

    void write(ChangesDocument document) throws IOException {
        out.raw("{");
        out.newLine(1);
        out.member("format", Rows.row().put("format", ChangesReader.FORMAT).get("format"), 1);
        out.raw(",");
        Revision madeAgainst = document.madeAgainst();
        if (madeAgainst != null) {
            out.newLine(1);
            out.member("madeAgainst", row(madeAgainst), 1);
            out.raw(",");
        }
        out.newLine(1);
        out.key("changes");
        out.raw("[");
        String separator = "";
        for (Change change : document.changes().changes()) {
            out.raw(separator);
            separator = ",";
            out.newLine(CHANGE_DEPTH);
            out.value(ChangeKinds.of(change).row(change), CHANGE_DEPTH, 0);
        }
        if (!separator.isEmpty()) {
            out.newLine(1);
        }
        out.raw("]");
        out.newLine(0);
        out.raw("}\n");
    }

    private static ObjectNode row(Revision revision) {
        ObjectNode row = Rows.row();
        if (!revision.lineage().isEmpty()) {
            row.put("lineage", revision.lineage());
        }
        return row.put("revision", revision.number());
    }
}
