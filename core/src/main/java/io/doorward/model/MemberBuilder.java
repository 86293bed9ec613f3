package io.doorward.model;

/** Describes a membership. Not thread-safe. */
public final class MemberBuilder extends RightsBuilder<MemberBuilder> {

    MemberBuilder(WorkspaceBuilder workspace, String principal) {
        super(workspace, "member", principal);
    }
}
