package io.doorward.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.change.Actor;
import io.doorward.change.Change;
import io.doorward.change.ChangeSet;
import io.doorward.json.ChangesDocument;
import io.doorward.json.ChangesJson;
import io.doorward.json.PolicyJson;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/**
 * Every change, alone, to every policy of a small world, and a sample of pairs: what is accepted is what the naive rule
 * allows. A slice of the world by default; the whole by {@code -Ddoorward.everyChange=all}.
 */
class EveryChangeTest {

    /** A prime, so that the slice does not always meet the same values of what turns fast. */
    private static final String SLICE = "1009";

    private static final int PAIRS = 20;
    private static final int SHOWN = 5;
    private static final Instant NOW = SmallAdministrations.NOON.minusSeconds(3600);
    private static final PrincipalId MAKER = new PrincipalId("p");

    private final List<Change> alphabet = EveryChange.all();
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger policies = new AtomicInteger();
    private final List<String> differences = new ArrayList<>();
    private final PathTally tally = new PathTally();

    @Test
    void everyKindOfChangeIsInTheAlphabet() {
        Set<Class<?>> kinds = new HashSet<>();
        alphabet.forEach(change -> kinds.add(change.getClass()));

        assertThat(kinds).containsAll(kinds(Change.class));
    }

    @Test
    void everyChangeIsAcceptedIfTheNaiveRuleAllowsIt() throws InterruptedException, ExecutionException {
        String every = System.getProperty("doorward.everyChange", SLICE);
        long seed = Long.getLong("doorward.seed", 1);
        System.out.printf("Every change: -Ddoorward.everyChange=%s -Ddoorward.seed=%d%n", every, seed);
        int step = every.equals("all") ? 1 : Integer.parseInt(every);
        List<SmallAdministrations.Combination> world = SmallAdministrations.all();
        int threads = Runtime.getRuntime().availableProcessors();
        ExecutorService executor = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                running.add(executor.submit(() -> goThrough(world, step, seed)));
            }
            for (Future<?> one : running) {
                one.get();
            }
        } finally {
            executor.shutdownNow();
        }
        System.out.printf("%d of %d policies, %d changes each%n", policies.get(), world.size(), alphabet.size());
        System.out.println(tally.table());
        assertThat(differences).isEmpty();
        assertThat(tally.accepted("all")).isPositive();
        assertThat(tally.forbidden("all")).isPositive();
    }

    private void goThrough(List<SmallAdministrations.Combination> world, int step, long seed) {
        PathTally mine = new PathTally();
        for (int i = next.getAndAdd(step); i < world.size(); i = next.getAndAdd(step)) {
            Policy policy = SmallAdministrations.policy(world.get(i));
            policies.incrementAndGet();
            for (Change change : alphabet) {
                mine.count(change.getClass().getSimpleName(), attempt(world.get(i), policy, List.of(change), mine));
            }
            Random random = new Random(seed * 0x9E3779B97F4A7C15L + i);
            for (int pair = 0; pair < PAIRS; pair++) {
                Change first = alphabet.get(random.nextInt(alphabet.size()));
                Change second = alphabet.get(random.nextInt(alphabet.size()));
                attempt(world.get(i), policy, List.of(first, second), mine);
            }
            if (isEnough()) {
                break;
            }
        }
        synchronized (tally) {
            tally.add(mine);
        }
    }

    private int attempt(
            SmallAdministrations.Combination combination, Policy policy, List<Change> changes, PathTally mine) {
        Trial.Result result = new Trial(policy, changes, Actor.principal(MAKER), NOW).run();
        mine.count("all", result.outcome());
        mine.count(changes.size() == 1 ? "sets of one" : "sets of two", result.outcome());
        if (result.difference() != null) {
            synchronized (differences) {
                differences.add(combination + "\n" + result.difference() + "\n" + PolicyJson.toJson(policy) + "\n"
                        + ChangesJson.toJson(ChangesDocument.of(ChangeSet.of(changes))));
            }
        }
        return result.outcome();
    }

    private boolean isEnough() {
        synchronized (differences) {
            return differences.size() >= SHOWN;
        }
    }

    /** All records of a sealed interface. */
    private static Set<Class<?>> kinds(Class<?> sealed) {
        Set<Class<?>> kinds = new HashSet<>();
        if (sealed.isSealed()) {
            for (Class<?> part : sealed.getPermittedSubclasses()) {
                kinds.addAll(kinds(part));
            }
        } else {
            kinds.add(sealed);
        }
        return kinds;
    }
}
