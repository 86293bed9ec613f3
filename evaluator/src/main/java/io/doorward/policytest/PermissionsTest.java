package io.doorward.policytest;

import io.doorward.decision.Question;
import io.doorward.evaluator.Evaluator;
import io.doorward.permission.PermissionSet;
import java.util.ArrayList;
import java.util.List;

/**
 * Which permissions has one principal on a device, in a workspace or in an organization?
 *
 * @param permissions names that the catalogue has
 */
record PermissionsTest(String principal, Thing thing, List<String> permissions) implements TestedQuestion {

    @Override
    public Outcome ask(Evaluator evaluator) {
        PermissionSet got =
                evaluator.permissions(Question.ofPrincipal(principal), thing.scope(), thing.id(), thing.context());
        PermissionSet expected = got.permissions().named(permissions);
        boolean passed = got.equals(expected);
        return new Outcome(
                passed, expected.toString(), got.toString(), passed ? List.of() : why(evaluator, expected, got));
    }

    private List<String> why(Evaluator evaluator, PermissionSet expected, PermissionSet got) {
        List<String> lines = new ArrayList<>();
        expected.minus(got).names().forEach(name -> lines.add("missing: " + name));
        got.minus(expected).names().forEach(name -> lines.add("unexpected: " + name));
        lines.addAll(Explanations.rows(evaluator, principal, thing));
        return lines;
    }
}
