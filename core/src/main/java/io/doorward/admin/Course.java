package io.doorward.admin;

import io.doorward.change.ApiUserChange.CreateApiUser;
import io.doorward.change.Change;
import io.doorward.change.ClaimChange.AcceptOffer;
import io.doorward.change.ClaimChange.EndClaim;
import io.doorward.change.ClaimChange.OpenOffer;
import io.doorward.change.ClaimChange.SetClaimCeiling;
import io.doorward.change.DeviceChange.CreateDevice;
import io.doorward.change.DeviceChange.DeleteDevice;
import io.doorward.change.DeviceChange.MoveDevice;
import io.doorward.change.LinkChange.CreateLink;
import io.doorward.change.TokenChange.CreateToken;
import io.doorward.change.TokenChange.RotateToken;
import io.doorward.change.WorkspaceChange.CreateWorkspace;
import io.doorward.model.Claim;
import io.doorward.model.Device;
import io.doorward.model.DeviceId;
import io.doorward.model.Offer;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.ProductId;
import io.doorward.model.PublicLink;
import io.doorward.model.Workspace;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.PermissionSet;
import io.doorward.token.TokenHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where devices are, and which workspaces there are, while the changes of a set are made one after the other. Only changes
 * that are allowed are followed, so that nothing comes to be here that their maker may not know of. Not thread-safe.
 */
final class Course {

    private final Policy policy;
    private final Instant now;
    private final Set<WorkspaceId> created = new HashSet<>();
    private final Map<DeviceId, List<Place>> moved = new HashMap<>();
    private final Map<DeviceId, OpenOffer> offers = new HashMap<>();
    private final Map<PrincipalId, WorkspaceId> homes = new HashMap<>();
    private final Set<List<Object>> left = new HashSet<>();
    private final Map<List<Object>, PermissionSet> ownGrants = new HashMap<>();
    private final Map<PrincipalId, DeviceId> links = new HashMap<>();
    private final Map<TokenHash, PrincipalId> holders = new HashMap<>();

    /**
     * A workspace in which a device is present.
     *
     * @param workspace which
     * @param owned whether it owns the device
     * @param product of the device there, if it is owned and has one
     * @param ceiling what a claim leaves; null where the device is owned
     */
    record Place(
            WorkspaceId workspace,
            boolean owned,
            @Nullable ProductId product,
            @Nullable PermissionSet ceiling) {}

    Course(Policy policy, Instant now) {
        this.policy = policy;
        this.now = now;
    }

    /** Whether the set has created that workspace so far. */
    boolean hasCreated(WorkspaceId workspace) {
        return created.contains(workspace);
    }

    /** Where a device is, its owning workspace first; empty if there is no such device. */
    List<Place> places(DeviceId device) {
        List<Place> places = moved.get(device);
        return places == null ? placesBefore(device) : places;
    }

    /** The place in the owning workspace, or null if there is no such device. */
    @Nullable
    Place owning(DeviceId device) {
        List<Place> places = places(device);
        return places.isEmpty() ? null : places.get(0);
    }

    /** The place in a workspace, or null if the device is not present there. */
    @Nullable
    Place in(WorkspaceId workspace, DeviceId device) {
        for (Place place : places(device)) {
            if (place.workspace.equals(workspace)) {
                return place;
            }
        }
        return null;
    }

    /** Whether a device is suspended before the set; a new one is not. */
    boolean isSuspended(DeviceId device) {
        return policy.owningWorkspace(device)
                .map(owner -> owner.devices().get(device))
                .map(Device::suspended)
                .orElse(false);
    }

    /** The workspace of an API user, or null if there is no such API user. */
    @Nullable
    WorkspaceId home(PrincipalId apiUser) {
        WorkspaceId home = homes.get(apiUser);
        return home == null ? policy.homeOf(apiUser).map(Workspace::id).orElse(null) : home;
    }

    /** Whose token has that hash, or null if nobody's. */
    @Nullable
    PrincipalId holder(TokenHash hash) {
        return policy.holderOf(hash).orElse(holders.get(hash));
    }

    /** Whether no principal has that id. */
    private boolean isFree(PrincipalId id) {
        return !policy.users().containsKey(id)
                && !policy.publicLinks().containsKey(id)
                && home(id) == null
                && !links.containsKey(id);
    }

    /** The device of a public link, or null if there is no such link. */
    @Nullable
    DeviceId linked(PrincipalId link) {
        DeviceId device = links.get(link);
        PublicLink known = policy.publicLinks().get(link);
        return device == null && known != null ? known.device() : device;
    }

    /** What a claim by an offer with that code leaves; null if there is no such offer that is open. */
    @Nullable
    PermissionSet offered(AcceptOffer acceptance) {
        Offer offer = policy.owningWorkspace(acceptance.device())
                .map(owner -> owner.offers().get(acceptance.device()))
                .orElse(null);
        if (offer != null && offer.code().equals(acceptance.code())) {
            return offer.window().contains(now) ? ceiling(offer.ceiling()) : null;
        }
        OpenOffer opened = offers.get(acceptance.device());
        return opened != null
                        && opened.code().equals(acceptance.code())
                        && opened.window().contains(now)
                ? ceilingOf(opened)
                : null;
    }

    /** Follows a change that is allowed. */
    void follow(Change change) {
        if (change instanceof CreateWorkspace one) {
            if (!policy.workspaces().containsKey(one.workspace())) {
                created.add(one.workspace());
            }
        } else if (change instanceof CreateDevice one) {
            if (places(one.device()).isEmpty()) {
                own(one.device(), one.workspace(), one.product());
                ownGrants.put(List.of(one.workspace(), one.device()), ceiling(null));
            }
        } else if (change instanceof SetClaimCeiling one) {
            narrow(one);
        } else if (change instanceof MoveDevice one) {
            leave(one.device());
            own(one.device(), one.workspace(), one.product());
        } else if (change instanceof DeleteDevice one) {
            leave(one.device());
            moved.put(one.device(), List.of());
        } else if (change instanceof CreateApiUser one) {
            if (isFree(one.apiUser())) {
                homes.put(one.apiUser(), one.workspace());
            }
        } else if (change instanceof CreateLink one) {
            if (isFree(one.link())) {
                links.put(one.link(), one.device());
            }
        } else if (change instanceof CreateToken one) {
            holders.putIfAbsent(one.hash(), one.principal());
        } else if (change instanceof RotateToken one) {
            PrincipalId holder = holder(one.old());
            if (holder != null) {
                holders.putIfAbsent(one.hash(), holder);
            }
        } else if (change instanceof OpenOffer one) {
            offers.put(one.device(), one);
        } else if (change instanceof AcceptOffer one) {
            PermissionSet ceiling = offered(one);
            if (ceiling != null && in(one.workspace(), one.device()) == null) {
                List<Place> places = new ArrayList<>(places(one.device()));
                places.add(new Place(one.workspace(), false, null, ceiling));
                moved.put(one.device(), places);
                ownGrants.put(List.of(one.workspace(), one.device()), ceiling);
            }
        } else if (change instanceof EndClaim one) {
            left.add(List.of(one.workspace(), one.device()));
            List<Place> places = new ArrayList<>(places(one.device()));
            places.removeIf(place -> !place.owned && place.workspace.equals(one.workspace()));
            moved.put(one.device(), places);
        }
    }

    private void leave(DeviceId device) {
        places(device).forEach(place -> left.add(List.of(place.workspace, device)));
    }

    /** Whether the set has ended the presence of a device in a workspace, with the grants on it there. */
    boolean hasLeft(WorkspaceId workspace, DeviceId device) {
        return left.contains(List.of(workspace, device));
    }

    private void narrow(SetClaimCeiling change) {
        List<Place> places = new ArrayList<>(places(change.device()));
        places.replaceAll(place -> place.owned || !place.workspace.equals(change.workspace())
                ? place
                : new Place(place.workspace, false, null, ceiling(ceilingOf(change))));
        moved.put(change.device(), places);
    }

    /** What a claim is to leave, as the change names it. */
    PermissionSet ceilingOf(SetClaimCeiling change) {
        return PermissionLists.device(change.ceiling(), policy.catalogue()).asGrant();
    }

    /** What a ceiling leaves that the change names; null stands for the default. */
    PermissionSet ceilingOf(OpenOffer change) {
        return ceiling(change.ceiling() == null ? null : PermissionLists.device(change.ceiling(), policy.catalogue()));
    }

    /** What its maker gets on a device that the set brings into a workspace, which needs no cover. */
    TimedPermissions ownGrant(WorkspaceId workspace, DeviceId device) {
        PermissionSet ceiling = ownGrants.get(List.of(workspace, device));
        return ceiling == null
                ? TimedPermissions.none(policy.catalogue().device())
                : TimedPermissions.of(ceiling, Times.ALWAYS, Times.ALWAYS);
    }

    private void own(DeviceId device, WorkspaceId workspace, @Nullable ProductId product) {
        moved.put(device, List.of(new Place(workspace, true, product, null)));
    }

    private List<Place> placesBefore(DeviceId id) {
        Workspace owner = policy.owningWorkspace(id).orElse(null);
        Device device = owner == null ? null : owner.devices().get(id);
        if (owner == null || device == null) {
            return List.of();
        }
        List<Place> places = new ArrayList<>();
        places.add(new Place(owner.id(), true, device.product(), null));
        for (WorkspaceId claiming : policy.claiming(id)) {
            Workspace workspace = policy.workspaces().get(claiming);
            Claim claim = workspace == null ? null : workspace.claims().get(id);
            if (claim != null) {
                places.add(new Place(claiming, false, null, ceiling(claim.ceiling())));
            }
        }
        return places;
    }

    private PermissionSet ceiling(@Nullable PermissionSet written) {
        return (written == null ? policy.catalogue().defaultCeiling() : written).asGrant();
    }
}
