package io.doorward.policytest;

import io.doorward.decision.Listing;
import io.doorward.decision.Question;
import io.doorward.evaluator.Evaluator;
import io.doorward.model.WorkspaceId;

/** In which workspaces may one principal do something? */
record WorkspacesTest(Question.Deed deed, IdSet expected) implements TestedQuestion {

    @Override
    public Outcome ask(Evaluator evaluator) {
        Listing<WorkspaceId> workspaces = evaluator.workspaces(deed);
        return expected.compare(
                IdSet.ofIds(workspaces.items(), WorkspaceId::value),
                workspaces.emptyBecause(),
                workspace -> Explanations.of(evaluator, deed.workspace(workspace)));
    }
}
