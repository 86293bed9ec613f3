package io.doorward.json;

import io.doorward.change.Change;
import io.doorward.change.ChangeSet;
import io.doorward.document.DocumentProblems;
import io.doorward.document.DocumentReader;
import io.doorward.document.Limits;
import io.doorward.document.ObjectWalk;
import io.doorward.document.Position;
import io.doorward.document.Shape;
import io.doorward.model.Revision;
import io.doorward.problem.InvalidPolicyException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads one change set. */
final class ChangesReader {

    static final String FORMAT = "doorward/changes/1";

    private static final Shape SHAPE = Shape.of("a change set", "format!", "madeAgainst", "changes!");
    private static final Shape REVISION = Shape.of("a revision", "lineage", "revision!");

    private final DocumentProblems problems;
    private final Limits limits;
    private final List<Change> changes = new ArrayList<>();
    private @Nullable Revision madeAgainst;

    ChangesReader(Limits limits) {
        this.limits = limits;
        problems = new DocumentProblems(limits);
    }

    ChangesDocument read(InputStream document) throws IOException {
        DocumentReader.read(document, limits, problems, this::readDocument);
        return result();
    }

    ChangesDocument read(String document) {
        DocumentReader.read(document, limits, problems, this::readDocument);
        return result();
    }

    private ChangesDocument result() {
        if (!problems.isEmpty()) {
            throw new InvalidPolicyException(problems.list());
        }
        return new ChangesDocument(ChangeSet.of(changes), madeAgainst);
    }

    private void readDocument(DocumentReader document) {
        PolicyInput in = new PolicyInput(document);
        ObjectWalk row = in.object(SHAPE);
        while (row.next()) {
            switch (row.key()) {
                case "format" -> readFormat(in);
                case "madeAgainst" -> madeAgainst = readRevision(in);
                default -> in.each(ChangeReader.SHAPE, change -> add(ChangeReader.read(in, change)));
            }
        }
    }

    private void add(@Nullable Change change) {
        if (change != null) {
            changes.add(change);
        }
    }

    private static void readFormat(PolicyInput in) {
        String format = in.text();
        if (format != null && !format.equals(FORMAT)) {
            in.document().rejectWord(format, "\"" + FORMAT + "\"");
        }
    }

    private static @Nullable Revision readRevision(PolicyInput in) {
        ObjectWalk row = in.object(REVISION);
        Position position = row.position();
        String lineage = null;
        Long number = null;
        while (row.next()) {
            if (row.key().equals("revision")) {
                number = in.document().wholeNumber();
            } else {
                position = in.document().here();
                lineage = in.text();
            }
        }
        try {
            return new Revision(lineage == null ? "" : lineage, number == null ? 0 : number);
        } catch (IllegalArgumentException e) {
            in.document().problem(position, String.valueOf(e.getMessage()));
            return null;
        }
    }
}
