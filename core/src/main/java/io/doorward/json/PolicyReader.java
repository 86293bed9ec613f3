package io.doorward.json;

import io.doorward.document.DocumentProblems;
import io.doorward.document.DocumentReader;
import io.doorward.document.Limits;
import io.doorward.document.ObjectWalk;
import io.doorward.document.Position;
import io.doorward.document.Shape;
import io.doorward.model.Policy;
import io.doorward.model.PolicyBuilder;
import io.doorward.model.Revision;
import io.doorward.problem.InvalidPolicyException;
import java.io.IOException;
import java.io.InputStream;

/**
 * Reads one policy. What the document says by itself is checked here, row by row; what its rows say together is
 * checked by the builder of the policy, which names the places that it was given.
 */
final class PolicyReader {

    static final String FORMAT = "doorward/policy/1";

    private static final Shape SHAPE = Shape.of(
            "a policy",
            "format!",
            "lineage",
            "revision",
            "catalogue",
            "users",
            "organizations",
            "workspaces",
            "publicLinks");

    private final Limits limits;
    private final DocumentProblems problems;
    private final PolicyBuilder policy = Policy.builder();

    PolicyReader(Limits limits) {
        this.limits = limits;
        problems = new DocumentProblems(limits);
    }

    Policy read(InputStream document) throws IOException {
        return build(DocumentReader.read(document, limits, problems, this::readDocument));
    }

    Policy read(String document) {
        return build(DocumentReader.read(document, limits, problems, this::readDocument));
    }

    /** Of half a document the builder would only say what is missing in it. */
    private Policy build(boolean whole) {
        if (whole) {
            try {
                Policy built = policy.build();
                if (problems.isEmpty()) {
                    return built;
                }
            } catch (InvalidPolicyException e) {
                problems.addAll(e.problems());
            }
        }
        throw new InvalidPolicyException(problems.list());
    }

    private void readDocument(DocumentReader document) {
        PolicyInput in = new PolicyInput(document);
        ObjectWalk row = in.object(SHAPE);
        Position position = row.position();
        String lineage = null;
        Long number = null;
        while (row.next()) {
            switch (row.key()) {
                case "format" -> readFormat(in);
                case "lineage" -> {
                    position = document.here();
                    lineage = in.text();
                }
                case "revision" -> number = document.wholeNumber();
                case "catalogue" -> policy.catalogue(catalogue -> CatalogueReader.read(in, catalogue));
                case "users" -> in.each(UserReader.SHAPE, user -> UserReader.read(in, user, policy));
                case "organizations" ->
                    in.each(OrganizationReader.SHAPE, each -> OrganizationReader.read(in, each, policy));
                case "workspaces" -> in.each(WorkspaceReader.SHAPE, each -> WorkspaceReader.read(in, each, policy));
                default -> in.each(PublicLinkReader.SHAPE, link -> PublicLinkReader.read(in, link, policy));
            }
        }
        try {
            policy.revision(new Revision(lineage == null ? "" : lineage, number == null ? 0 : number));
        } catch (IllegalArgumentException e) {
            document.problem(position, String.valueOf(e.getMessage()));
        }
    }

    private static void readFormat(PolicyInput in) {
        String format = in.text();
        if (format != null && !format.equals(FORMAT)) {
            in.document().rejectWord(format, "\"" + FORMAT + "\"");
        }
    }
}
