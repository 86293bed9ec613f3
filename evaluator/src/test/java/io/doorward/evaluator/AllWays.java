package io.doorward.evaluator;

import static io.doorward.permission.DevicePermissions.EDIT_BASICS;
import static io.doorward.permission.DevicePermissions.RECORD_MEASUREMENTS;
import static io.doorward.permission.DevicePermissions.VIEW;

import io.doorward.model.DeviceId;
import io.doorward.model.Identifiers;
import io.doorward.model.Policy;
import io.doorward.permission.Action;
import io.doorward.permission.Actions;
import io.doorward.permission.LinkMode;
import io.doorward.token.TokenHash;
import java.time.Instant;
import java.util.List;
import java.util.Random;

/** A policy in which every way to an answer is gone, and questions that go them. */
final class AllWays {

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

    private AllWays() {}

    /** A question by texts, copies that have never been hashed, as they come out of a request. */
    record Texts(String token, Action action, String device) {}

    /** A question by handles. */
    record Found(Subject subject, Action action, DeviceHandle device) {}

    /** Draws questions. */
    static Texts[] texts(int count, Random random) {
        Texts[] questions = new Texts[count];
        for (int i = 0; i < count; i++) {
            questions[i] =
                    new Texts(fresh(oneOf(TOKENS, random)), oneOf(ACTIONS, random), fresh(oneOf(DEVICES, random)));
        }
        return questions;
    }

    /** Draws questions with handles of this evaluator. */
    static Found[] found(int count, Random random, Evaluator evaluator) {
        List<Subject> subjects = TOKENS.stream().map(evaluator::subject).toList();
        List<DeviceHandle> devices = DEVICES.stream()
                .filter(Identifiers::isId)
                .map(id -> evaluator.device(new DeviceId(id)))
                .toList();
        Found[] questions = new Found[count];
        for (int i = 0; i < count; i++) {
            questions[i] = new Found(oneOf(subjects, random), oneOf(ACTIONS, random), oneOf(devices, random));
        }
        return questions;
    }

    /** Asks, and says how many are allowed. */
    static int allowed(Evaluator evaluator, Texts[] questions) {
        int allowed = 0;
        for (Texts question : questions) {
            if (evaluator.allows(question.token, question.action, question.device)) {
                allowed++;
            }
        }
        return allowed;
    }

    /** Asks, and says how many are allowed. */
    static int allowed(Evaluator evaluator, Found[] questions) {
        int allowed = 0;
        for (Found question : questions) {
            if (evaluator.allows(question.subject, question.action, question.device)) {
                allowed++;
            }
        }
        return allowed;
    }

    private static String fresh(String text) {
        return String.valueOf(text.toCharArray());
    }

    /** Half of the time one of the first three: those with rights. */
    private static <T> T oneOf(List<T> list, Random random) {
        return list.get(random.nextInt(random.nextBoolean() ? 3 : list.size()));
    }

    static Policy policy() {
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
