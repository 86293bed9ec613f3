package io.doorward.benchmarks.workload;

import io.doorward.evaluator.Evaluator;
import io.doorward.model.Policy;
import io.doorward.permission.Actions;
import io.doorward.permission.DevicePermissions;
import io.doorward.token.TokenHash;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * A workspace whose device ids and tokens somebody has chosen, so that all of them have the same hash by a function that
 * hash tables commonly use, and questions that name such texts, half of which are unknown.
 */
public final class ChosenKeys {

    private static final int DEVICES = 2048;
    private static final int PRINCIPALS = 1024;
    private static final int CHUNKS = 12; // 2^12 texts

    private final List<String> devices;
    private final List<String> tokens;
    private final long seed;

    private ChosenKeys(List<String> devices, List<String> tokens, long seed) {
        this.devices = devices;
        this.tokens = tokens;
        this.seed = seed;
    }

    /** Chosen against a function. */
    public static ChosenKeys against(CommonHash hash, long seed) {
        return new ChosenKeys(
                new Collisions(hash, seed).texts(CHUNKS), new Collisions(hash, ~seed).texts(CHUNKS), seed);
    }

    /** Random ones of the same length. */
    public static ChosenKeys random(long seed) {
        return new ChosenKeys(randomTexts(seed), randomTexts(~seed), seed);
    }

    private static List<String> randomTexts(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return Stream.generate(() -> Texts.random(CHUNKS * Collisions.CHUNK, random))
                .limit(1 << CHUNKS)
                .toList();
    }

    List<String> devices() {
        return devices;
    }

    List<String> tokens() {
        return tokens;
    }

    /** An evaluator of the policy: each principal may view every second device. */
    public Evaluator evaluator() {
        return Evaluator.of(Policy.builder()
                .workspace("workspace", workspace -> {
                    devices.subList(0, DEVICES).forEach(workspace::device);
                    for (int i = 0; i < PRINCIPALS; i++) {
                        int principal = i;
                        workspace.apiUser("principal-" + i, user -> {
                            user.token(TokenHash.ofClearText(tokens.get(principal)));
                            for (int device = principal % 2; device < DEVICES; device += 2) {
                                user.device(devices.get(device), DevicePermissions.VIEW);
                            }
                        });
                    }
                })
                .build());
    }

    /** Draws questions. */
    public Questions questions(int count) {
        SplittableRandom random = new SplittableRandom(seed);
        Questions questions = new Questions(count);
        for (int i = 0; i < count; i++) {
            int token = random.nextInt(2 * PRINCIPALS);
            int device = random.nextInt(2 * DEVICES);
            questions.tokens()[i] = Texts.fresh(tokens.get(token));
            questions.devices()[i] = Texts.fresh(devices.get(device));
            questions.actions()[i] = Actions.DEVICE_VIEW;
            questions.allowed()[i] = token < PRINCIPALS && device < DEVICES && token % 2 == device % 2;
        }
        return questions;
    }
}
