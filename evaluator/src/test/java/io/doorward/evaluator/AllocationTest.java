package io.doorward.evaluator;

import static io.doorward.permission.DevicePermissions.EDIT_BASICS;
import static io.doorward.permission.DevicePermissions.RECORD_MEASUREMENTS;
import static io.doorward.permission.DevicePermissions.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.doorward.change.ApiUserChange;
import io.doorward.change.ChangeSet;
import io.doorward.model.DeviceId;
import io.doorward.model.Identifiers;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.permission.Action;
import io.doorward.permission.Actions;
import io.doorward.permission.LinkMode;
import io.doorward.store.InMemoryPolicyStore;
import io.doorward.token.TokenHash;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a check leaves behind for the garbage collector: nothing. */
class AllocationTest {

    private static final int QUESTIONS = 100_000;

    /** The first rounds load classes and let the compiler in; what allocates by nature does so in the last one too. */
    private static final int ROUNDS = 20;

    private static final String LONG_TEXT = "x".repeat(2000);
    private static final List<Action> ACTIONS = List.of(
            Actions.DEVICE_VIEW,
            Actions.DEVICE_RECORD_MEASUREMENTS,
            Actions.DEVICE_EDIT,
            Actions.DEVICE_DELETE,
            Actions.WORKSPACE_VIEW,
            Action.named("device.view"),
            Action.named("device.unheard_of"));

    private static final List<String> TOKENS = List.of(
            "plain",
            "timed",
            "claimant",
            "link",
            "expired",
            "revoked",
            "suspended",
            "unknown",
            "",
            LONG_TEXT,
            "ключ-☃",
            "\uD800");
    private static final List<String> DEVICES = List.of(
            "hall-1", "hall-2", "hall-3", "зал-4", "\u0168all-1", "suspended", "unknown", "", LONG_TEXT, "\uDC00");

    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    private final Evaluator evaluator = Evaluator.of(policy());

    /**
     * A host that has made instants of the epoch: from then on JDK 17 puts every instant of the clock on the heap, where
     * before it may have been taken apart into numbers.
     */
    @BeforeAll
    static void makeInstantsOfTheEpoch() {
        for (int i = 0; i < QUESTIONS; i++) {
            assertThat(Instant.ofEpochSecond(0)).isSameAs(Instant.EPOCH);
        }
    }

    @Test
    void allowsAllocatesNothing() {
        long bytes = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS && bytes >= QUESTIONS; round++) {
            Asked[] questions = freshQuestions(new Random(round));
            long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            int allowed = ask(questions);
            bytes = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
            assertThat(allowed).isBetween(QUESTIONS / 10, QUESTIONS / 2);
        }
        assertThat(bytes).as("bytes for %d questions", QUESTIONS).isLessThan(QUESTIONS);
    }

    /** Also with handles that were found in an older version of the policy. */
    @Test
    void allowsByHandlesAllocatesNothing() {
        InMemoryPolicyStore store = InMemoryPolicyStore.of(policy());
        try (Evaluator following = Evaluator.follow(store)) {
            List<Subject> subjects = TOKENS.stream().map(following::subject).toList();
            List<DeviceHandle> devices = DEVICES.stream()
                    .filter(Identifiers::isId)
                    .map(id -> following.device(new DeviceId(id)))
                    .toList();
            assertNothingAllocated(following, subjects, devices);
            store.apply(ChangeSet.of(new ApiUserChange.DeleteApiUser(new PrincipalId("expired"))));
            assertNothingAllocated(following, subjects, devices);
        }
    }

    private void assertNothingAllocated(Evaluator asked, List<Subject> subjects, List<DeviceHandle> devices) {
        long bytes = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS && bytes >= QUESTIONS; round++) {
            Random random = new Random(round);
            long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
            int allowed = 0;
            for (int i = 0; i < QUESTIONS; i++) {
                if (asked.allows(oneOf(subjects, random), oneOf(ACTIONS, random), oneOf(devices, random))) {
                    allowed++;
                }
            }
            bytes = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;
            assertThat(allowed).isBetween(QUESTIONS / 10, QUESTIONS / 2);
        }
        assertThat(bytes).as("bytes for %d questions", QUESTIONS).isLessThan(QUESTIONS);
    }

    private int ask(Asked[] questions) {
        int allowed = 0;
        for (Asked question : questions) {
            if (evaluator.allows(question.token, question.action, question.device)) {
                allowed++;
            }
        }
        return allowed;
    }

    /** Every text is a copy that has never been hashed, as it comes out of a request. */
    private static Asked[] freshQuestions(Random random) {
        List<Asked> questions = new ArrayList<>(QUESTIONS);
        for (int i = 0; i < QUESTIONS; i++) {
            questions.add(
                    new Asked(fresh(oneOf(TOKENS, random)), oneOf(ACTIONS, random), fresh(oneOf(DEVICES, random))));
        }
        return questions.toArray(new Asked[0]);
    }

    private static String fresh(String text) {
        return String.valueOf(text.toCharArray());
    }

    /** Half of the time one of the first three: those with rights. */
    private static <T> T oneOf(List<T> list, Random random) {
        return list.get(random.nextInt(random.nextBoolean() ? 3 : list.size()));
    }

    private record Asked(String token, Action action, String device) {}

    private static Policy policy() {
        Instant past = Instant.parse("2020-02-02T00:00:00.123456789Z");
        Instant future = Instant.parse("2920-02-02T00:00:00.123456789Z");
        return Policy.builder()
                .workspace("plant", workspace -> workspace
                        .product("sensor")
                        .device("hall-1", device -> device.product("sensor"))
                        .device("hall-2")
                        .device("hall-3")
                        .device("зал-4")
                        .device("suspended", device -> device.suspended(true))
                        .apiUser("plain", user -> user.token(hash("plain"))
                                .device("hall-1", RECORD_MEASUREMENTS)
                                .device("hall-2", EDIT_BASICS)
                                .device("зал-4", VIEW))
                        .apiUser("timed", user -> user.token(hash("timed"), token -> token.notBefore(past)
                                        .expiresAt(future))
                                .notBefore(past)
                                .product("sensor", List.of(EDIT_BASICS), window -> window.expiresAt(future))
                                .device("hall-2", List.of(EDIT_BASICS), window -> window.expiresAt(past)))
                        .apiUser("expired", user -> user.token(hash("expired"), token -> token.expiresAt(past))
                                .allDevices(VIEW))
                        .apiUser("revoked", user -> user.token(hash("revoked"), token -> token.revokedAt(past))
                                .allDevices(VIEW))
                        .apiUser("suspended", user -> user.token(hash("suspended"))
                                .suspended(true)
                                .allDevices(VIEW))
                        .apiUser("ключ", user -> user.token(hash("ключ-☃")))
                        .team("crew", team -> team.member("timed", member -> member.notBefore(past))
                                .device("hall-3", List.of(RECORD_MEASUREMENTS), window -> window.notBefore(past)))
                        .team("outer", team -> team.team("crew").member("ключ").device("hall-2", VIEW)))
                .workspace("claiming", workspace -> workspace
                        .claim("hall-1", claim -> claim.ceiling(VIEW))
                        .apiUser(
                                "claimant", user -> user.token(hash("claimant")).allDevices(RECORD_MEASUREMENTS)))
                .publicLink(
                        "link",
                        link -> link.device("hall-1").mode(LinkMode.WRITE).token(hash("link")))
                .build();
    }

    private static TokenHash hash(String secret) {
        return TokenHash.ofClearText(secret);
    }
}
