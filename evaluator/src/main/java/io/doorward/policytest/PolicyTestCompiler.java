package io.doorward.policytest;

import static java.util.Objects.requireNonNull;

import io.doorward.decision.Question;
import io.doorward.decision.Reason;
import io.doorward.permission.Action;
import io.doorward.permission.Catalogue;
import io.doorward.permission.Scope;
import io.doorward.policytest.TestDraft.Text;
import io.doorward.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Makes tests of what a file says, once its policy is known. For one file. */
final class PolicyTestCompiler {

    private final @Nullable Catalogue catalogue;
    private final Complaints complaints;
    private boolean complained;

    /**
     * A compiler for the tests of one file.
     *
     * @param catalogue null where the policy cannot be read; then names are not checked
     */
    PolicyTestCompiler(@Nullable Catalogue catalogue, Complaints complaints) {
        this.catalogue = catalogue;
        this.complaints = (position, message) -> {
            complained = true;
            complaints.add(position, message);
        };
    }

    /** The tests; incomplete if something was wrong, which was reported. */
    List<PolicyTest> compile(List<TestDraft> drafts) {
        List<PolicyTest> tests = new ArrayList<>();
        for (TestDraft draft : drafts) {
            complained = false;
            Combination.of(draft, complaints).ifPresent(combination -> {
                combination.check(draft, complaints);
                Scope scope = combination.scope(draft);
                if (scope != null) {
                    checkNames(draft, scope);
                }
                if (scope != null && !complained && !draft.isBroken()) {
                    tests.add(new PolicyTest(draft.text("name"), draft.at(), question(draft, combination, scope)));
                }
            });
        }
        return List.copyOf(tests);
    }

    private void checkNames(TestDraft draft, Scope scope) {
        Text action = draft.find("action");
        if (catalogue == null) {
            return;
        }
        if (action != null && !isUnknownOnPurpose(draft)) {
            checkAction(action, scope, catalogue);
        }
        for (Text permission : draft.list("permissions")) {
            if (catalogue.permissions(scope).find(permission.text()).isEmpty()) {
                complaints.add(
                        permission.position(),
                        "The catalogue has no " + scope.word() + " permission " + Problem.quoted(permission.text())
                                + "; correct its name.");
            }
        }
    }

    private static boolean isUnknownOnPurpose(TestDraft draft) {
        Text reason = draft.find("reason");
        return reason != null && reason.text().equals(Reason.UNKNOWN_ACTION.name());
    }

    private void checkAction(Text action, Scope scope, Catalogue known) {
        Optional<Scope> asked = known.action(action.text()).flatMap(Action::scope);
        if (asked.isEmpty()) {
            complaints.add(
                    action.position(),
                    "The catalogue has no action " + Problem.quoted(action.text())
                            + "; correct its name, or expect the reason UNKNOWN_ACTION.");
        } else if (asked.get() != scope) {
            complaints.add(
                    action.position(),
                    "The action " + Problem.quoted(action.text()) + " is asked on " + withArticle(asked.get())
                            + ", and this test is about " + withArticle(scope) + "; correct one of them.");
        }
    }

    private static String withArticle(Scope scope) {
        return (scope == Scope.ORGANIZATION ? "an " : "a ") + scope.word();
    }

    private static TestedQuestion question(TestDraft draft, Combination combination, Scope scope) {
        return switch (combination) {
            case DECISION -> decision(draft, scope);
            case DEVICES -> new DevicesTest(deed(draft), textOrNull(draft, "workspace"), ids(draft, combination));
            case WORKSPACES -> new WorkspacesTest(deed(draft), ids(draft, combination));
            case PRINCIPALS -> new PrincipalsTest(draft.text("action"), thing(draft, scope), ids(draft, combination));
            case PERMISSIONS ->
                new PermissionsTest(
                        draft.text("principal"),
                        thing(draft, scope),
                        draft.list("permissions").stream().map(Text::text).toList());
        };
    }

    private static TestedQuestion decision(TestDraft draft, Scope scope) {
        Text reason = draft.find("reason");
        return new DecisionTest(
                thing(draft, scope).asked(deed(draft)),
                PolicyTestReader.isAllow(requireNonNull(draft.find("expect"))),
                reason == null ? null : Reason.valueOf(reason.text()));
    }

    private static Question.Deed deed(TestDraft draft) {
        Question.Asker asker = draft.has("token")
                ? Question.ofToken(draft.text("token"))
                : Question.ofPrincipal(draft.text("principal"));
        return asker.action(draft.text("action"));
    }

    private static Thing thing(TestDraft draft, Scope scope) {
        return new Thing(
                scope, draft.text(scope.word()), scope == Scope.DEVICE ? textOrNull(draft, "workspace") : null);
    }

    private static IdSet ids(TestDraft draft, Combination combination) {
        return IdSet.of(
                draft.list(combination.answer()).stream().map(Text::text).toList());
    }

    private static @Nullable String textOrNull(TestDraft draft, String key) {
        Text text = draft.find(key);
        return text == null ? null : text.text();
    }
}
