package io.doorward.change;

import io.doorward.model.DeviceId;
import io.doorward.model.Window;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.Permission;
import io.doorward.token.TokenHash;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Changes of claims and claim offers. */
public sealed interface ClaimChange extends Change {

    /**
     * Offers a device to whoever knows a code.
     *
     * @param device for which there is no offer yet
     * @param ceiling the most that anybody holds on it there; null for the default ceiling of the catalogue
     * @param window when it can be accepted
     * @param code of a secret that stands for nothing yet
     */
    record OpenOffer(DeviceId device, @Nullable List<Permission> ceiling, Window window, TokenHash code)
            implements ClaimChange {

        /** Copies the list. */
        public OpenOffer {
            ceiling = ceiling == null ? null : List.copyOf(ceiling);
        }
    }

    /**
     * Withdraws an offer.
     *
     * @param device which is offered
     */
    record CloseOffer(DeviceId device) implements ClaimChange {}

    /**
     * Turns an offer into a claim. What its author needed to open it is looked at again. A principal that accepts and has no grant on all devices gets one on this device, of the ceiling.
     *
     * @param device which is offered
     * @param workspace into which it is claimed
     * @param code the hash of the code that was given
     */
    record AcceptOffer(DeviceId device, WorkspaceId workspace, TokenHash code) implements ClaimChange {}

    /**
     * Claims a device into a workspace without an offer; the host's alone.
     *
     * @param device which
     * @param workspace into which it is claimed
     * @param ceiling the most that anybody holds on it there; null for the default ceiling of the catalogue
     */
    record CreateClaim(
            DeviceId device,
            WorkspaceId workspace,
            @Nullable List<Permission> ceiling) implements ClaimChange {

        /** Copies the list. */
        public CreateClaim {
            ceiling = ceiling == null ? null : List.copyOf(ceiling);
        }
    }

    /**
     * Gives a claim another ceiling; a principal can only narrow it.
     *
     * @param device which
     * @param workspace into which it is claimed
     * @param ceiling the most that anybody holds on it there
     */
    record SetClaimCeiling(DeviceId device, WorkspaceId workspace, List<Permission> ceiling) implements ClaimChange {

        /** Copies the list. */
        public SetClaimCeiling {
            ceiling = List.copyOf(ceiling);
        }
    }

    /**
     * Ends a claim, with the grants on the device there.
     *
     * @param device which
     * @param workspace into which it is claimed
     */
    record EndClaim(DeviceId device, WorkspaceId workspace) implements ClaimChange {}
}
