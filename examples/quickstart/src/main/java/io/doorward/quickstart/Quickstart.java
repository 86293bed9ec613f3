package io.doorward.quickstart;

import static io.doorward.permission.Actions.DEVICE_EDIT;
import static io.doorward.permission.Actions.DEVICE_RECORD_MEASUREMENTS;
import static io.doorward.permission.Actions.WORKSPACE_EDIT_RULES;
import static io.doorward.permission.DevicePermissions.RECORD_MEASUREMENTS;
import static io.doorward.permission.WorkspacePermissions.RULES;

import io.doorward.change.ChangeSet;
import io.doorward.change.TokenChange.RevokeToken;
import io.doorward.decision.Decision;
import io.doorward.evaluator.Evaluator;
import io.doorward.evaluator.Subject;
import io.doorward.model.Device;
import io.doorward.model.Policy;
import io.doorward.model.Workspace;
import io.doorward.model.WorkspaceId;
import io.doorward.store.InMemoryPolicyStore;
import io.doorward.store.PolicyStore;
import io.doorward.token.TokenSecret;
import java.io.PrintStream;

/**
 * The page "API users" of a workspace: find a device, make an API user for it, answer the requests with its
 * token, and revoke that.
 */
public final class Quickstart {

    private static final WorkspaceId PLANT = new WorkspaceId("plant-north");

    private final PrintStream out;

    Quickstart(PrintStream out) {
        this.out = out;
    }

    /** Runs the program; takes no arguments. */
    public static void main(String[] args) {
        new Quickstart(System.out).run();
    }

    void run() {
        TokenSecret secret = TokenSecret.generate();
        Policy policy = Policy.builder()
                .workspace("plant-north", workspace -> workspace
                        .name("Plant North")
                        .device("hall-1", device -> device.name("Hall 1, CO2"))
                        .device("hall-2", device -> device.name("Hall 2, CO2"))
                        .device("gate", device -> device.name("Gate"))
                        .apiUser("gateway", gateway -> gateway.name("Gateway of hall 1")
                                .token(secret.hash()) // all that is kept of the secret
                                .permissions(RULES)
                                .device("hall-1", RECORD_MEASUREMENTS)))
                .build();
        policy.workspaces().values().forEach(plant -> show(plant, secret));
        try (PolicyStore store = InMemoryPolicyStore.of(policy);
                Evaluator evaluator = Evaluator.follow(store)) {
            use(secret, evaluator);
            out.println("The token is revoked:");
            store.apply(ChangeSet.of(new RevokeToken(secret.hash())));
            answer("write a value to hall-1", evaluator.check(secret.reveal(), DEVICE_RECORD_MEASUREMENTS, "hall-1"));
        }
    }

    private void use(TokenSecret secret, Evaluator evaluator) {
        out.println("Requests come in:");
        String token = secret.reveal();
        Subject gateway = evaluator.subject(token);
        answer("write a value to hall-1", evaluator.check(token, DEVICE_RECORD_MEASUREMENTS, "hall-1"));
        answer("rename hall-1", evaluator.check(token, DEVICE_EDIT, "hall-1"));
        answer("write a value to hall-2", evaluator.check(token, DEVICE_RECORD_MEASUREMENTS, "hall-2"));
        answer("edit a rule of the plant", evaluator.check(gateway, WORKSPACE_EDIT_RULES, PLANT));
        answer("the same with a wrong token", evaluator.check("dwt_guess", DEVICE_RECORD_MEASUREMENTS, "hall-1"));
    }

    private void show(Workspace plant, TokenSecret secret) {
        out.println(plant.name() + ", devices that match \"hall\":");
        plant.devices().values().stream()
                .filter(device -> String.valueOf(device.name()).contains("Hall"))
                .forEach(this::show);
        plant.members().forEach((id, member) -> {
            out.println("API user " + id + ":");
            line("in the workspace", member.rights().permissions());
            member.rights()
                    .devices()
                    .forEach((device, grant) ->
                            line("on " + device, grant.permissions().asGrant()));
        });
        line("token, shown once", secret.reveal());
    }

    private void line(String label, Object value) {
        out.printf("  %-18s %s%n", label, value);
    }

    private void show(Device device) {
        out.printf("  %-8s %s%n", device.id(), device.name());
    }

    private void answer(String request, Decision decision) {
        out.printf("  %-28s %-40s to the client: %s%n", request, decision, decision.forClient());
    }
}
