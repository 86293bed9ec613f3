package io.doorward.index;

import io.doorward.model.PrincipalId;
import java.util.Arrays;

/**
 * A user, an API user or a public link. What it holds in a workspace lies in the workspace's row; here are the numbers of the
 * workspaces, so that a change of its rights leaves this row as it is.
 */
final class PrincipalRow extends IdRow {

    final PrincipalId id;
    final boolean suspended;

    /** What makes it another thing than one of the same id: its kind, and what it is bound to. */
    final Kind kind;

    /** For an API user its workspace, for a public link the device that it leads to, for a user nothing. */
    final int boundTo;

    /** For a public link: what its mode carries, closed. */
    final long linkMask;

    /** The numbers of its tokens. */
    final int[] tokens;

    /** The workspaces in which it has a membership. */
    final int[] memberOf;

    /** The organizations that it owns. */
    final int[] owns;

    /** The kinds of principal. */
    enum Kind {
        USER,
        API_USER,
        LINK
    }

    PrincipalRow(
            int number,
            long generation,
            PrincipalId id,
            boolean suspended,
            Kind kind,
            int boundTo,
            long linkMask,
            int[] tokens,
            int[] memberOf,
            int[] owns) {
        super(number, generation, id.value());
        this.id = id;
        this.suspended = suspended;
        this.kind = kind;
        this.boundTo = boundTo;
        this.linkMask = linkMask;
        this.tokens = tokens;
        this.memberOf = memberOf;
        this.owns = owns;
    }

    /** The principal as a check knows it. */
    long holder() {
        return Holder.of(number, suspended, isLink());
    }

    boolean isLink() {
        return kind == Kind.LINK;
    }

    /** For a public link: whether this is its device, in its owning workspace. */
    boolean leadsTo(PresenceRow presence) {
        return leadsTo(presence.device, presence.owning);
    }

    boolean leadsTo(int device, boolean inOwningWorkspace) {
        return inOwningWorkspace && device == boundTo;
    }

    /** Whether it may have a relationship with a workspace. */
    boolean mayBeOf(int workspace) {
        return owns.length > 0 || Numbers.contains(memberOf, workspace);
    }

    /** Whether it has no relationship with any other workspace than this one. */
    boolean isOnlyOf(int workspace) {
        return owns.length == 0 && (memberOf.length == 0 || (memberOf.length == 1 && memberOf[0] == workspace));
    }

    boolean is(Kind otherKind, int otherBoundTo) {
        return kind == otherKind && boundTo == otherBoundTo;
    }

    /** Whether all but the relations to workspaces and organizations is the same. */
    boolean saysTheSameAs(PrincipalRow other) {
        return generation == other.generation
                && suspended == other.suspended
                && is(other.kind, other.boundTo)
                && linkMask == other.linkMask
                && Arrays.equals(tokens, other.tokens);
    }

    PrincipalRow with(int[] otherMemberOf, int[] otherOwns) {
        return new PrincipalRow(
                number, generation, id, suspended, kind, boundTo, linkMask, tokens, otherMemberOf, otherOwns);
    }
}
