package io.doorward.model;

import io.doorward.permission.Catalogue;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What makes one state of a policy of another: the things that differ, as they are afterwards. What is gone has an empty
 * value.
 *
 * <p>An immutable value in id order. A workspace stands here whole, with all that belongs to it, if anything in it differs.
 *
 * @param before the state that it starts from
 * @param after the state that it leads to
 * @param catalogue the catalogue, if it is another one; then sets of permissions in all that is not named here are read
 *     anew, so that whoever compiles a policy does so from the beginning
 * @param users users that are new, other than before or gone
 * @param organizations organizations that are new, other than before or gone
 * @param workspaces workspaces that are new, other than before or gone
 * @param publicLinks public links that are new, other than before or gone
 * @param formerWorkspaces of these workspaces what they were before, where that is known: whoever keeps something that was
 *     derived from them need look only at what differs
 */
public record PolicyDelta(
        Revision before,
        Revision after,
        Optional<Catalogue> catalogue,
        SortedMap<PrincipalId, Optional<User>> users,
        SortedMap<OrganizationId, Optional<Organization>> organizations,
        SortedMap<WorkspaceId, Optional<Workspace>> workspaces,
        SortedMap<PrincipalId, Optional<PublicLink>> publicLinks,
        Map<WorkspaceId, Workspace> formerWorkspaces) {

    /** Keeps the maps, which nobody may change any more. */
    public PolicyDelta {
        users = Collections.unmodifiableSortedMap(users);
        organizations = Collections.unmodifiableSortedMap(organizations);
        workspaces = Collections.unmodifiableSortedMap(workspaces);
        publicLinks = Collections.unmodifiableSortedMap(publicLinks);
        formerWorkspaces = Collections.unmodifiableMap(formerWorkspaces);
    }

    /** A delta of which nobody knows what the workspaces were before. */
    public PolicyDelta(
            Revision before,
            Revision after,
            Optional<Catalogue> catalogue,
            SortedMap<PrincipalId, Optional<User>> users,
            SortedMap<OrganizationId, Optional<Organization>> organizations,
            SortedMap<WorkspaceId, Optional<Workspace>> workspaces,
            SortedMap<PrincipalId, Optional<PublicLink>> publicLinks) {
        this(before, after, catalogue, users, organizations, workspaces, publicLinks, Map.of());
    }

    /**
     * What leads from one policy to another. O(d log n) for d things that differ if the second was made of the first; O(n)
     * for others.
     */
    public static PolicyDelta between(Policy before, Policy after) {
        return after.since(before);
    }

    /**
     * What comes out of the state that this starts from. O(d log n) for d things that differ if the delta
     * shares its workspaces with the policy, else also for all devices of the workspaces that differ.
     *
     * @throws IllegalArgumentException if the policy is of another revision
     */
    public Policy applyTo(Policy policy) {
        return policy.with(this);
    }

    /** Whether nothing differs but the revision. */
    public boolean isEmpty() {
        return catalogue.isEmpty()
                && users.isEmpty()
                && organizations.isEmpty()
                && workspaces.isEmpty()
                && publicLinks.isEmpty();
    }
}
