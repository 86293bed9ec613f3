package io.doorward.generator;

import io.doorward.decision.Question;
import io.doorward.decision.Reason;
import io.doorward.model.DeviceId;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.PublicLink;
import io.doorward.model.Token;
import io.doorward.model.Workspace;
import io.doorward.oracle.Oracle;
import io.doorward.oracle.OracleLists.Who;
import io.doorward.permission.Action;
import io.doorward.permission.Scope;
import io.doorward.token.TokenHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Draws questions about one world: mostly about things that have to do with whoever asks, now and then about things that
 * only look like something known.
 */
public final class QuestionGenerator {

    private static final int TRIES = 6;

    private final Chance chance;
    private final Oracle oracle;
    private final Policy policy;
    private final NavigableSet<Instant> bounds;
    private final List<String> tokens;
    private final Map<String, Principal> principals = new LinkedHashMap<>();
    private final Map<TokenHash, Principal> holders = new LinkedHashMap<>();
    private final List<String> devices = new ArrayList<>();
    private final List<String> workspaces = new ArrayList<>();
    private final List<String> organizations = new ArrayList<>();

    /** A principal and what has to do with it. */
    private record Principal(
            String id,
            List<String> tokens,
            List<String> devices,
            List<Workspace> workspaces,
            List<String> organizations) {}

    /** A question and an instant at which to ask it. */
    public record Aimed(Question question, Instant at) {}

    public QuestionGenerator(World world, Oracle oracle, NavigableSet<Instant> bounds, Chance chance) {
        this.chance = chance;
        this.oracle = oracle;
        this.policy = world.policy();
        this.bounds = bounds;
        this.tokens = world.tokens();
        policy.organizations().keySet().forEach(id -> organizations.add(id.value()));
        for (Workspace workspace : policy.workspaces().values()) {
            workspaces.add(workspace.id().value());
            workspace.devices().keySet().forEach(id -> devices.add(id.value()));
        }
        policy.users().values().forEach(user -> add(user.id(), user.tokens()));
        for (Workspace workspace : policy.workspaces().values()) {
            workspace.apiUsers().values().forEach(user -> add(user.id(), user.tokens()));
        }
        policy.publicLinks().values().forEach(link -> add(link.id(), link.tokens()));
        for (String token : tokens) {
            Principal holder = holders.get(TokenHash.ofClearText(token));
            if (holder != null) {
                holder.tokens.add(token);
            }
        }
    }

    private void add(PrincipalId id, List<Token> tokens) {
        Principal principal =
                new Principal(id.value(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        policy.organizations().values().stream()
                .filter(o -> o.owner().equals(id) || o.admins().containsKey(id))
                .forEach(o -> principal.organizations.add(o.id().value()));
        for (Workspace workspace : policy.workspaces().values()) {
            if (workspace.members().containsKey(id)
                    || workspace.apiUsers().containsKey(id)
                    || (workspace.organization() != null
                            && policy.organizations()
                                    .get(workspace.organization())
                                    .owner()
                                    .equals(id))) {
                principal.workspaces.add(workspace);
                principal.devices.addAll(presentIn(workspace));
            }
        }
        PublicLink link = policy.publicLinks().get(id);
        if (link != null) {
            principal.devices.add(link.device().value());
        }
        principals.put(id.value(), principal);
        tokens.forEach(token -> holders.put(token.hash(), principal));
    }

    private static List<String> presentIn(Workspace workspace) {
        List<String> present = new ArrayList<>();
        workspace.devices().keySet().forEach(id -> present.add(id.value()));
        workspace.claims().keySet().forEach(id -> present.add(id.value()));
        return present;
    }

    /** A question that more often is allowed, or denied for a seldom reason, than chance would have it. */
    public Aimed aimed() {
        return switch (chance.between(0, 19)) {
            case 0, 1, 2, 3, 4, 5 -> aimedAt(Reason.ALLOWED, this::any);
            case 6, 7, 8 -> aimedAt(Reason.CLAIM_CEILING, this::atAClaim);
            case 9 -> aimedAt(Reason.OWNER_ONLY, this::byAnAdmin);
            default -> any();
        };
    }

    private Aimed aimedAt(Reason wish, Supplier<Aimed> draw) {
        Aimed aimed = draw.get();
        for (int i = 1; i < TRIES && oracle.answer(aimed.question, aimed.at).reason() != wish; i++) {
            aimed = draw.get();
        }
        return aimed;
    }

    /** What somebody of the claiming workspace may do on a device that is claimed. */
    private Aimed atAClaim() {
        if (policy.workspaces().isEmpty()) {
            return any();
        }
        Workspace workspace = chance.pick(List.copyOf(policy.workspaces().values()));
        List<String> claimed =
                workspace.claims().keySet().stream().map(DeviceId::value).toList();
        List<Principal> members = principals.values().stream()
                .filter(p -> p.workspaces.contains(workspace))
                .toList();
        if (claimed.isEmpty() || members.isEmpty()) {
            return any();
        }
        String context = chance.of(0.5) ? workspace.id().value() : null;
        return new Aimed(
                who(chance.pick(members)).asks(action(Scope.DEVICE), Scope.DEVICE, chance.pick(claimed), context),
                instant());
    }

    /** What somebody of an organization may do there. */
    private Aimed byAnAdmin() {
        List<Principal> admins = principals.values().stream()
                .filter(p -> !p.organizations.isEmpty())
                .toList();
        if (admins.isEmpty()) {
            return any();
        }
        Principal admin = chance.pick(admins);
        return new Aimed(
                who(admin).asks(action(Scope.ORGANIZATION), Scope.ORGANIZATION, chance.pick(admin.organizations), null),
                instant());
    }

    private Aimed any() {
        return new Aimed(question(), instant());
    }

    /** A question, whatever it is about. */
    private Question question() {
        Who who = who();
        Principal principal = principal(who);
        Scope scope = chance.oneOf(
                Scope.DEVICE,
                Scope.DEVICE,
                Scope.DEVICE,
                Scope.DEVICE,
                Scope.DEVICE,
                Scope.DEVICE,
                Scope.DEVICE,
                Scope.WORKSPACE,
                Scope.WORKSPACE,
                Scope.ORGANIZATION);
        String action = action(scope);
        return switch (scope) {
            case DEVICE -> {
                String device = device(principal);
                yield who.asks(action, scope, device, context(device));
            }
            case WORKSPACE -> who.asks(action, scope, workspace(principal), null);
            case ORGANIZATION -> who.asks(action, scope, organization(principal), null);
        };
    }

    /** Who asks, by token or by id. */
    private Who who() {
        if (tokens.isEmpty() || chance.of(0.4)) {
            return new Who(false, known(List.copyOf(principals.keySet()), 0.95));
        }
        return new Who(true, known(tokens, 0.98));
    }

    private Who who(Principal principal) {
        return principal.tokens.isEmpty() || chance.of(0.4)
                ? new Who(false, principal.id)
                : new Who(true, chance.pick(principal.tokens));
    }

    /** An action that most often is one of this scope. */
    public String action(Scope scope) {
        List<String> own = new ArrayList<>();
        List<String> other = new ArrayList<>();
        for (Action action : policy.catalogue().actions()) {
            (action.scope().orElseThrow() == scope ? own : other).add(action.name());
        }
        if (!own.isEmpty() && chance.of(0.96)) {
            return chance.pick(own);
        }
        if (!other.isEmpty() && chance.of(0.6)) {
            return chance.pick(other);
        }
        return known(own.isEmpty() ? List.of("device.view", "Device.View") : own, 0.5);
    }

    /** A device that most often is one where the asker has some workspace. */
    private String device(@Nullable Principal principal) {
        return related(devices, principal == null ? List.of() : principal.devices);
    }

    /** A workspace that most often is one of the asker's. */
    private String workspace(@Nullable Principal principal) {
        return related(
                workspaces,
                principal == null
                        ? List.of()
                        : principal.workspaces.stream().map(w -> w.id().value()).toList());
    }

    /** An organization that most often is one of the asker's. */
    private String organization(@Nullable Principal principal) {
        return related(organizations, principal == null ? List.of() : principal.organizations);
    }

    /** A workspace to ask in, or null. */
    private @Nullable String context(String device) {
        if (chance.of(0.65)) {
            return null;
        }
        List<String> present = policy.workspaces().values().stream()
                .filter(w -> presentIn(w).contains(device))
                .map(w -> w.id().value())
                .toList();
        return chance.of(0.75) && !present.isEmpty() ? chance.pick(present) : known(workspaces, 0.5);
    }

    /** An instant on a bound of some window or next to it. */
    public Instant instant() {
        return Moments.near(chance, bounds);
    }

    private @Nullable Principal principal(Who who) {
        if (!who.byToken()) {
            return principals.get(who.text());
        }
        try {
            return holders.get(TokenHash.ofClearText(who.text()));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private String related(List<String> all, List<String> related) {
        return known(related.isEmpty() || chance.of(0.15) ? all : related, 0.97);
    }

    /** One of these as often as this, else a text that only looks like one. */
    private String known(List<String> ids, double probability) {
        if (ids.isEmpty()) {
            return chance.oneOf("n1", "", "nobody");
        }
        String id = chance.pick(ids);
        return chance.of(probability) ? id : Ids.neighbour(chance, id);
    }
}
