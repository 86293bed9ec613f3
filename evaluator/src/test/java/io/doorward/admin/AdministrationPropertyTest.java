package io.doorward.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.change.Actor;
import io.doorward.change.Change;
import io.doorward.change.ClaimChange.AcceptOffer;
import io.doorward.change.MemberChange.AcceptInvite;
import io.doorward.model.Organization;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.Team;
import io.doorward.model.Token;
import io.doorward.model.Workspace;
import io.doorward.model.WorkspaceId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Random administrators make random changes of random policies, set upon set: what is accepted is what the naive rule allows,
 * no more and no less, and nobody gains by it an effective right that its maker lacked. The long form has the number of sets
 * and the seed on the command line: {@code -Ddoorward.sets=1000000 -Ddoorward.seed=7}.
 */
class AdministrationPropertyTest {

    private static final long SETS = 12_000;
    private static final int STEPS = 12;

    private final PathTally tally = new PathTally();

    @Test
    void whatIsAcceptedIsWhatTheNaiveRuleAllows() {
        long seed = Long.getLong("doorward.seed", 1);
        long sets = Long.getLong("doorward.sets", SETS);
        System.out.printf("Administration: -Ddoorward.seed=%d -Ddoorward.sets=%d%n", seed, sets);
        List<String> differences = new ArrayList<>();
        for (long world = 0; world * STEPS < sets && differences.isEmpty(); world++) {
            live(seed + world, differences);
        }
        System.out.println(tally.table());
        assertThat(differences).isEmpty();
        assertThat(tally.accepted("all")).as("accepted").isGreaterThan(sets / 10);
        assertThat(tally.forbidden("all")).as("forbidden").isGreaterThan(sets / 10);
    }

    private void live(long seed, List<String> differences) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        random.nextInt();
        Policy policy = AdminWorlds.of(seed, random);
        for (int step = 0; step < STEPS; step++) {
            Instant now = AdminWorlds.NOW.plusNanos(random.nextInt(3));
            ChangeGenerator generator = new ChangeGenerator(random, policy, now, step);
            WorkspaceId near = generator.pick(policy.workspaces().keySet());
            Actor actor = random.nextInt(6) == 0 ? Actor.HOST : actor(policy, near, random);
            List<Change> changes = actor.isHost() && random.nextInt(3) > 0
                    ? generator.promise(near)
                    : generator.set(1 + random.nextInt(3), near);
            Trial.Result result = new Trial(policy, changes, actor, now).run();
            count(policy, changes, actor, result.outcome());
            if (result.difference() != null) {
                differences.add("seed " + seed + ", step " + step + ": " + result.difference());
                return;
            }
            if (result.after() != null) {
                if (!actor.isHost()) {
                    String gain = new EffectiveGains(policy, result.after(), changes, actor, now).first();
                    if (gain != null) {
                        differences.add("seed " + seed + ", step " + step + ": " + actor + " " + changes + ": " + gain);
                        return;
                    }
                }
                policy = result.after();
            }
        }
    }

    /** Whoever may do something in the workspace, more often than not. */
    private static Actor actor(Policy policy, WorkspaceId near, Random random) {
        Workspace w = policy.workspaces().get(near);
        List<PrincipalId> all = new ArrayList<>(w.members().keySet());
        all.addAll(w.apiUsers().keySet());
        if (w.organization() != null) {
            Organization organization = policy.organizations().get(w.organization());
            all.addAll(List.of(organization.owner(), organization.owner()));
            all.addAll(organization.admins().keySet());
        }
        if (all.isEmpty() || random.nextInt(10) == 0) {
            all.addAll(policy.users().keySet());
            all.addAll(policy.publicLinks().keySet());
        }
        PrincipalId id = all.get(random.nextInt(all.size()));
        List<Token> tokens = Identity.tokens(id, policy);
        return tokens.isEmpty() || random.nextBoolean()
                ? Actor.principal(id)
                : Actor.principal(id, tokens.get(random.nextInt(tokens.size())).hash());
    }

    private void count(Policy policy, List<Change> changes, Actor actor, int outcome) {
        tally.count("all", outcome);
        tally.count("size " + changes.size(), outcome);
        if (actor.isHost()) {
            tally.count("by the host", outcome);
            for (Change change : changes) {
                if (change instanceof AcceptInvite || change instanceof AcceptOffer) {
                    tally.count("by the host: " + change.getClass().getSimpleName(), outcome);
                }
            }
            return;
        }
        tally.count(actor.token() == null ? "by a principal" : "by a token", outcome);
        for (Workspace w : policy.workspaces().values()) {
            if (isMemberByTeamOnly(w, actor)) {
                tally.count("by an administrator through a team", outcome);
            }
        }
        if (changes.size() == 1) {
            tally.count(changes.get(0).getClass().getSimpleName(), outcome);
        }
    }

    private static boolean isMemberByTeamOnly(Workspace w, Actor actor) {
        var own = w.members().get(actor.principal());
        if (own != null && own.rights().permissions().names().contains("members")) {
            return false;
        }
        for (Team team : w.teams().values()) {
            if (team.members().containsKey(actor.principal())
                    && team.rights().permissions().names().contains("members")) {
                return true;
            }
        }
        return false;
    }
}
