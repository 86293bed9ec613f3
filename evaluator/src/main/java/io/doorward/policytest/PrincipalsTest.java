package io.doorward.policytest;

import io.doorward.decision.Listing;
import io.doorward.decision.Question;
import io.doorward.evaluator.Evaluator;
import io.doorward.model.PrincipalId;

/** Who, of all kinds of principal, may do something on one thing? */
record PrincipalsTest(String action, Thing thing, IdSet expected) implements TestedQuestion {

    @Override
    public Outcome ask(Evaluator evaluator) {
        Listing<PrincipalId> principals = evaluator.principals(action, thing.scope(), thing.id(), thing.context());
        return expected.compare(
                IdSet.ofIds(principals.items(), PrincipalId::value),
                principals.emptyBecause(),
                principal -> Explanations.of(
                        evaluator, thing.asked(Question.ofPrincipal(principal).action(action))));
    }
}
