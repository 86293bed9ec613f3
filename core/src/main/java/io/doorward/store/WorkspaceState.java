package io.doorward.store;

import io.doorward.model.Revision;
import io.doorward.model.Workspace;
import java.util.Optional;

/**
 * One workspace at one revision. An immutable value.
 *
 * @param revision as of which
 * @param workspace with all that belongs to it; empty if there is none
 */
public record WorkspaceState(Revision revision, Optional<Workspace> workspace) {}
