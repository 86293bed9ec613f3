package io.doorward.differential;

import io.doorward.decision.Question;
import io.doorward.oracle.OracleLists.Who;
import io.doorward.permission.Scope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One thing to ask at one instant. */
public sealed interface Probe {

    Instant at();

    /** The same at another instant. */
    Probe at(Instant other);

    /** One decision, by every entrance. */
    record Decide(Question question, Instant at) implements Probe {

        @Override
        public Probe at(Instant other) {
            return new Decide(question, other);
        }
    }

    /** On which devices. */
    record Devices(Who who, String action, @Nullable String context, Instant at) implements Probe {

        @Override
        public Probe at(Instant other) {
            return new Devices(who, action, context, other);
        }
    }

    /** In which workspaces. */
    record Workspaces(Who who, String action, Instant at) implements Probe {

        @Override
        public Probe at(Instant other) {
            return new Workspaces(who, action, other);
        }
    }

    /** Which principals. */
    record Principals(
            String action,
            Scope scope,
            String resource,
            @Nullable String context,
            Instant at) implements Probe {

        @Override
        public Probe at(Instant other) {
            return new Principals(action, scope, resource, context, other);
        }
    }

    /** Which permissions. */
    record Rights(
            Who who, Scope scope, String resource, @Nullable String context, Instant at) implements Probe {

        @Override
        public Probe at(Instant other) {
            return new Rights(who, scope, resource, context, other);
        }
    }
}
