package io.doorward.policytest;

import io.doorward.decision.Question;
import io.doorward.permission.Scope;
import org.jspecify.annotations.Nullable;

/**
 * What a test is about, as its file writes it.
 *
 * @param context the workspace through which alone rights on a device count, or null
 */
record Thing(Scope scope, String id, @Nullable String context) {

    Question asked(Question.Deed deed) {
        Question question = deed.on(scope, id);
        return context == null ? question : question.inWorkspace(context);
    }
}
