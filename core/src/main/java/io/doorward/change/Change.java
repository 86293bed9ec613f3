package io.doorward.change;

/**
 * One thing that changes in a policy: an immutable value that says what is wanted, not whether it is possible.
 *
 * <p>Changes are made one after the other in a change set. Whatever one names must be there, or come to be there in
 * the same set; where a change is about a thing ("rename team x"), that thing must be there already when its turn comes.
 * Ids are checked when they are made, everything else when the set is applied.
 */
public sealed interface Change
        permits UserChange,
                TokenChange,
                OrganizationChange,
                WorkspaceChange,
                MemberChange,
                GrantChange,
                TeamChange,
                ApiUserChange,
                DeviceChange,
                ProductChange,
                ClaimChange,
                LinkChange,
                PolicyChange {}
