package io.doorward.policytest;

import io.doorward.decision.Listing;
import io.doorward.decision.Question;
import io.doorward.evaluator.Evaluator;
import io.doorward.model.DeviceId;
import io.doorward.permission.Scope;
import org.jspecify.annotations.Nullable;

/**
 * On which devices may one principal do something?
 *
 * @param context the workspace through which alone rights count, or null
 */
record DevicesTest(Question.Deed deed, @Nullable String context, IdSet expected) implements TestedQuestion {

    @Override
    public Outcome ask(Evaluator evaluator) {
        Listing<DeviceId> devices = context == null ? evaluator.devices(deed) : evaluator.devices(deed, context);
        return expected.compare(
                IdSet.ofIds(devices.items(), DeviceId::value),
                devices.emptyBecause(),
                device -> Explanations.of(evaluator, new Thing(Scope.DEVICE, device, context).asked(deed)));
    }
}
