package io.doorward.oracle;

import static io.doorward.decision.Reason.*;

import io.doorward.decision.ClientReason;
import io.doorward.decision.Question;
import io.doorward.decision.Reason;
import io.doorward.model.Device;
import io.doorward.model.Organization;
import io.doorward.model.Policy;
import io.doorward.model.PublicLink;
import io.doorward.model.Token;
import io.doorward.model.Workspace;
import io.doorward.oracle.Things.Someone;
import io.doorward.permission.Action;
import io.doorward.permission.Permission;
import io.doorward.permission.PermissionSet;
import io.doorward.permission.Scope;
import io.doorward.token.TokenHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what, written down as the domain tells it and in its order: lists are walked, nothing is remembered, nothing
 * is clever. Whatever answers fast is compared with this.
 *
 * <p>Immutable and thread-safe. The rules for relationships and sets are in
 * {@link EffectiveSets}; {@link OracleLists} asks it for lists and sets, {@link OracleTimes} for how long an answer
 * holds.
 */
public final class Oracle {

    /** Of several workspaces' reasons the nearest to an allow is given. */
    private static final List<Reason> NEAREST_FIRST = List.of(
            ALLOWED,
            CLAIM_CEILING,
            OWNING_WORKSPACE_ONLY,
            MISSING_PERMISSIONS,
            EXPIRED,
            NO_GRANT,
            SUSPENDED,
            NOT_A_MEMBER);

    /** ... of the workspace with that reason that lacks fewest, then the owning one, then the first by id. */
    private static final Comparator<Through> NEAREST = Comparator.comparing(
                    (Through through) -> NEAREST_FIRST.indexOf(through.outcome.reason))
            .thenComparing(through -> through.outcome.missing.size())
            .thenComparing(through -> through.owning ? 0 : 1)
            .thenComparing(Through::workspace, CodePoints.ORDER);

    private final Policy policy;
    private final Things things;
    private final EffectiveSets sets;

    /** Who asks, or why nobody does. */
    record Asker(@Nullable Someone someone, @Nullable Reason reason) {}

    /** A reason and what it misses. */
    private record Outcome(Reason reason, List<Permission> missing) {

        static Outcome of(Reason reason) {
            return new Outcome(reason, List.of());
        }
    }

    /** How one of several workspaces decides. */
    private record Through(String workspace, boolean owning, Outcome outcome) {}

    public Oracle(Policy policy) {
        this.policy = policy;
        things = new Things(policy);
        sets = new EffectiveSets(policy);
    }

    Policy policy() {
        return policy;
    }

    Things things() {
        return things;
    }

    EffectiveSets sets() {
        return sets;
    }

    /** The decision on a question at an instant, and what a client is told of it. */
    public Answer answer(Question question, Instant at) {
        Asker asker = asker(question.isByToken(), question.asker(), at);
        if (asker.reason != null) {
            return new Answer(asker.reason, List.of(), ClientReason.UNAUTHENTICATED);
        }
        Someone p = asker.someone;
        Outcome outcome = outcome(p, question, at);
        ClientReason forClient = outcome.reason == ALLOWED || isVisible(p, question, at)
                ? ClientReason.valueOf(outcome.reason.name())
                : ClientReason.NOT_FOUND;
        return new Answer(outcome.reason, outcome.missing, forClient);
    }

    /** Whether the answer is yes: one question of a list, of which nobody hears anything else. */
    boolean allows(Question question, Instant at) {
        Asker asker = asker(question.isByToken(), question.asker(), at);
        return asker.reason == null && outcome(asker.someone, question, at).reason == ALLOWED;
    }

    // The asker

    Asker asker(boolean byToken, String text, Instant at) {
        return byToken ? holder(text, at) : principal(text);
    }

    /** The principal that a token leads to, whether or not the token is live; null for an unknown one. */
    public @Nullable String holder(String clearText) {
        Someone p = holder(clearText, Instant.EPOCH).someone;
        return p == null ? null : p.id().value();
    }

    private Asker holder(String clearText, Instant at) {
        TokenHash hash = ClearToken.hash(clearText);
        for (Someone p : things.principals()) {
            for (Token token : p.tokens()) {
                if (!token.hash().equals(hash)) {
                    continue;
                }
                if (token.revokedAt() != null) {
                    return new Asker(p, TOKEN_REVOKED);
                }
                return new Asker(p, !token.window().contains(at) ? TOKEN_EXPIRED : p.suspended() ? SUSPENDED : null);
            }
        }
        return new Asker(null, UNKNOWN_TOKEN);
    }

    private Asker principal(String id) {
        for (Someone p : things.principals()) {
            if (p.id().value().equals(id)) {
                return new Asker(p, p.suspended() ? SUSPENDED : null);
            }
        }
        return new Asker(null, UNKNOWN_PRINCIPAL);
    }

    // The steps behind the asker

    private Outcome outcome(Someone p, Question question, Instant at) {
        Action action = action(question.action(), question.scope());
        if (action == null) {
            return Outcome.of(UNKNOWN_ACTION);
        }
        return switch (question.scope()) {
            case ORGANIZATION -> onOrganization(p, action, question.resource());
            case WORKSPACE -> onWorkspace(p, action, question.resource(), at);
            case DEVICE -> onDevice(p, action, question.resource(), question.context(), at);
        };
    }

    /** An action asked on another scope than its own is unknown. */
    @Nullable
    Action action(String name, Scope scope) {
        for (Action action : policy.catalogue().actions()) {
            if (action.name().equals(name) && action.scope().orElseThrow() == scope) {
                return action;
            }
        }
        return null;
    }

    private Outcome onOrganization(Someone p, Action action, String id) {
        Organization o = things.organization(id);
        if (o == null) {
            return Outcome.of(UNKNOWN_ORGANIZATION);
        }
        if (!EffectiveSets.isOwner(p, o) && !o.admins().containsKey(p.id())) {
            return Outcome.of(NOT_A_MEMBER);
        }
        if (action.ownerOnly() && !EffectiveSets.isOwner(p, o)) {
            return Outcome.of(OWNER_ONLY);
        }
        return allowedUnlessMissing(
                action.organizationPermissions().minus(sets.org(p, o)).toList());
    }

    private Outcome onWorkspace(Someone p, Action action, String id, Instant at) {
        Workspace w = things.workspace(id);
        if (w == null) {
            return Outcome.of(UNKNOWN_WORKSPACE);
        }
        if (w.suspended()) {
            return Outcome.of(SUSPENDED);
        }
        if (!sets.isRelated(p, w, at)) {
            return Outcome.of(EffectiveSets.hasMembership(p, w) ? EXPIRED : NOT_A_MEMBER);
        }
        return allowedUnlessMissing(
                action.workspacePermissions().minus(sets.ws(p, w, at)).toList());
    }

    private Outcome onDevice(Someone p, Action action, String id, @Nullable String context, Instant at) {
        Device d = things.device(id);
        if (d == null) {
            return Outcome.of(UNKNOWN_DEVICE);
        }
        if (context != null && things.workspace(context) == null) {
            return Outcome.of(UNKNOWN_WORKSPACE);
        }
        List<Workspace> places = things.places(d, context);
        if (places.isEmpty()) {
            return Outcome.of(UNKNOWN_DEVICE);
        }
        if (d.suspended() || things.owning(d).suspended()) {
            return Outcome.of(SUSPENDED);
        }
        if (p.link() != null) {
            return onLink(p.link(), action, d, places);
        }
        List<Through> all = new ArrayList<>();
        for (Workspace w : places) {
            all.add(new Through(w.id().value(), Things.owns(w, d), through(w, p, action, d, at)));
        }
        return Collections.min(all, NEAREST).outcome;
    }

    private Outcome onLink(PublicLink link, Action action, Device d, List<Workspace> places) {
        if (!link.device().equals(d.id()) || !places.contains(things.owning(d))) {
            return Outcome.of(NO_GRANT);
        }
        List<Permission> missing =
                both(action.devicePermissions().minus(sets.mode(link)), action.workspacePermissions());
        return action.owningWorkspaceOnly() ? new Outcome(MISSING_PERMISSIONS, missing) : allowedUnlessMissing(missing);
    }

    /** The first failing step of one workspace in which the device is present. */
    private Outcome through(Workspace w, Someone p, Action action, Device d, Instant at) {
        if (!sets.isRelated(p, w, at) && !EffectiveSets.hasMembership(p, w)) {
            return Outcome.of(NOT_A_MEMBER);
        }
        if (w.suspended()) {
            return Outcome.of(SUSPENDED);
        }
        if (!sets.isRelated(p, w, at)) {
            return Outcome.of(EXPIRED);
        }
        List<EffectiveSets.Held> grants = sets.grants(p, d, w, at);
        boolean needsGrant = !action.devicePermissions().isEmpty()
                || action.workspacePermissions().isEmpty();
        if (needsGrant && grants.isEmpty()) {
            return Outcome.of(NO_GRANT);
        }
        if (needsGrant && grants.stream().noneMatch(EffectiveSets.Held::live)) {
            return Outcome.of(EXPIRED);
        }
        PermissionSet beforeCeiling = sets.live(grants);
        List<Permission> missing = both(
                action.devicePermissions().minus(beforeCeiling),
                action.workspacePermissions().minus(sets.ws(p, w, at)));
        if (!missing.isEmpty()) {
            return new Outcome(MISSING_PERMISSIONS, missing);
        }
        if (action.owningWorkspaceOnly() && !Things.owns(w, d)) {
            return Outcome.of(OWNING_WORKSPACE_ONLY);
        }
        List<Permission> cut =
                action.devicePermissions().minus(sets.dev(p, d, w, at)).toList();
        return cut.isEmpty() ? Outcome.of(ALLOWED) : new Outcome(CLAIM_CEILING, cut);
    }

    // What a client may know

    private boolean isVisible(Someone p, Question question, Instant at) {
        return switch (question.scope()) {
            case ORGANIZATION -> {
                Organization o = things.organization(question.resource());
                yield o != null && (EffectiveSets.isOwner(p, o) || o.admins().containsKey(p.id()));
            }
            case WORKSPACE -> {
                Workspace w = things.workspace(question.resource());
                yield w != null && sets.isRelated(p, w, at);
            }
            case DEVICE -> {
                Device d = things.device(question.resource());
                yield d != null
                        && things.places(d, question.context()).stream().anyMatch(w -> hasLiveGrant(p, d, w, at));
            }
        };
    }

    private boolean hasLiveGrant(Someone p, Device d, Workspace w, Instant at) {
        return sets.grants(p, d, w, at).stream().anyMatch(EffectiveSets.Held::live);
    }

    private static Outcome allowedUnlessMissing(List<Permission> missing) {
        return missing.isEmpty() ? Outcome.of(ALLOWED) : new Outcome(MISSING_PERMISSIONS, missing);
    }

    private static List<Permission> both(PermissionSet device, PermissionSet workspace) {
        List<Permission> list = new ArrayList<>(device.toList());
        list.addAll(workspace.toList());
        return List.copyOf(list);
    }
}
