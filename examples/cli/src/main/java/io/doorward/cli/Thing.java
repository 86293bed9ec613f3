package io.doorward.cli;

import io.doorward.decision.Question;
import io.doorward.permission.Scope;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ParseResult;

/**
 * What a question is about, by the options for it.
 *
 * @param context the workspace through which alone rights on a device count, or null
 */
record Thing(Scope scope, String id, @Nullable String context) {

    /**
     * The one thing that the options name: a workspace beside a device is its context.
     *
     * @throws Refusal if they name nothing, or an organization and something else
     */
    static Thing in(ParseResult arguments) {
        String device = Option.DEVICE.in(arguments);
        String workspace = Option.WORKSPACE.in(arguments);
        String organization = Option.ORGANIZATION.in(arguments);
        if (organization != null && (device != null || workspace != null)) {
            throw new Refusal("A question is about one thing: give --organization, or --device and --workspace.");
        }
        if (device != null) {
            return new Thing(Scope.DEVICE, device, workspace);
        }
        if (workspace != null) {
            return new Thing(Scope.WORKSPACE, workspace, null);
        }
        if (organization != null) {
            return new Thing(Scope.ORGANIZATION, organization, null);
        }
        throw new Refusal("Say what the question is about, with --device, --workspace or --organization.");
    }

    Question asked(Question.Deed deed) {
        Question question = deed.on(scope, id);
        return context == null ? question : question.inWorkspace(context);
    }
}
