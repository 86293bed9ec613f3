package io.doorward.oracle;

import io.doorward.model.ApiUser;
import io.doorward.model.Device;
import io.doorward.model.Organization;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.PublicLink;
import io.doorward.model.Token;
import io.doorward.model.User;
import io.doorward.model.Workspace;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The things of a policy, by their exact ids: lists are walked. */
final class Things {

    private final Policy policy;
    private final List<Workspace> workspaces;
    private final List<Someone> principals = new ArrayList<>();

    /** A user, an API user (with its workspace) or a public link (with itself). */
    record Someone(
            PrincipalId id,
            boolean suspended,
            List<Token> tokens,
            @Nullable Workspace home,
            @Nullable PublicLink link) {}

    Things(Policy policy) {
        this.policy = policy;
        workspaces = List.copyOf(policy.workspaces().values());
        for (User user : policy.users().values()) {
            principals.add(new Someone(user.id(), user.suspended(), user.tokens(), null, null));
        }
        for (Workspace w : workspaces) {
            for (ApiUser user : w.apiUsers().values()) {
                principals.add(new Someone(user.id(), user.suspended(), user.tokens(), w, null));
            }
        }
        for (PublicLink link : policy.publicLinks().values()) {
            principals.add(new Someone(link.id(), link.suspended(), link.tokens(), null, link));
        }
    }

    /** Users, API users and public links. */
    List<Someone> principals() {
        return principals;
    }

    /** In the order of their ids. */
    List<Workspace> workspaces() {
        return workspaces;
    }

    @Nullable
    Organization organization(String id) {
        for (Organization o : policy.organizations().values()) {
            if (o.id().value().equals(id)) {
                return o;
            }
        }
        return null;
    }

    @Nullable
    Workspace workspace(String id) {
        for (Workspace w : workspaces) {
            if (w.id().value().equals(id)) {
                return w;
            }
        }
        return null;
    }

    @Nullable
    Device device(String id) {
        for (Workspace w : workspaces) {
            for (Device d : w.devices().values()) {
                if (d.id().value().equals(id)) {
                    return d;
                }
            }
        }
        return null;
    }

    Workspace owning(Device d) {
        return policy.owningWorkspace(d.id()).orElseThrow();
    }

    /** Where the device is present, and is asked about. */
    List<Workspace> places(Device d, @Nullable String context) {
        List<Workspace> places = new ArrayList<>();
        for (Workspace w : workspaces) {
            boolean present = owns(w, d) || w.claims().containsKey(d.id());
            if (present && (context == null || w.id().value().equals(context))) {
                places.add(w);
            }
        }
        return places;
    }

    static boolean owns(Workspace w, Device d) {
        return w.devices().containsKey(d.id());
    }
}
