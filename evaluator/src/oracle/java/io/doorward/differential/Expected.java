package io.doorward.differential;

import io.doorward.decision.Reason;
import io.doorward.model.Revision;
import io.doorward.oracle.Answer;
import io.doorward.permission.PermissionSet;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the oracle says to a probe. */
public sealed interface Expected {

    /** One decision, until when it holds, and of what it is. */
    record Decided(Answer answer, Optional<Instant> holdsUntil, Revision revision) implements Expected {}

    /** A list of ids, and why it could not but be empty. */
    record Listed(List<String> items, Optional<Reason> emptyBecause) implements Expected {}

    /** A set of permissions. */
    record Held(PermissionSet permissions) implements Expected {}
}
