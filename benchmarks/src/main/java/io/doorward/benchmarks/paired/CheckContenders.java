package io.doorward.benchmarks.paired;

import io.doorward.benchmarks.check.Floor;
import io.doorward.benchmarks.check.TwoMaps;
import io.doorward.benchmarks.peers.Peer;
import io.doorward.benchmarks.workload.Kind;
import io.doorward.benchmarks.workload.Questions;
import io.doorward.benchmarks.workload.Workload;
import io.doorward.evaluator.DeviceHandle;
import io.doorward.evaluator.Evaluator;
import io.doorward.evaluator.Subject;
import io.doorward.model.DeviceId;
import io.doorward.permission.Action;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Those who answer checks: ours, the baselines, the peers. Each agrees with the answers of the workload before it is timed. */
final class CheckContenders {

    private static final int ASKED_BEFORE = 5000;

    private final Workload workload;
    private final Kind kind;
    private final int pool;
    private final Mode mode;
    private final boolean fresh;
    private final Map<Kind, Questions> questions = new EnumMap<>(Kind.class);
    private @Nullable Evaluator evaluator;

    CheckContenders(Workload workload, Kind kind, int pool, Mode mode, boolean fresh) {
        this.workload = workload;
        this.kind = kind;
        this.pool = pool;
        this.mode = mode;
        this.fresh = fresh;
    }

    /** The contender of a name, which may be followed by {@code @} and a kind of questions of its own. */
    Contender named(String name) {
        int at = name.indexOf('@');
        if (at < 0) {
            return named(name, name, questions(kind));
        }
        Kind ofItsOwn = Kind.valueOf(name.substring(at + 1).toUpperCase(Locale.ROOT));
        return named(name, name.substring(0, at), questions(ofItsOwn));
    }

    private Contender named(String name, String who, Questions asked) {
        return switch (who) {
            case "two-maps" -> twoMaps(name, asked);
            case "floor" -> floor(name, asked);
            case "ours" -> ours(name, asked);
            case "handles" -> handles(name, asked);
            case "check" -> check(name, asked);
            default -> peer(name, Peer.named(who), asked);
        };
    }

    private Questions questions(Kind ofKind) {
        return questions.computeIfAbsent(ofKind, drawn -> workload.questions(drawn, pool));
    }

    private Evaluator evaluator() {
        if (evaluator == null) {
            evaluator = Evaluator.follow(workload.source());
        }
        return evaluator;
    }

    private Contender ours(String name, Questions asked) {
        String[] tokens = asked.tokens();
        Action[] actions = asked.actions();
        String[] devices = asked.devices();
        Evaluator ours = evaluator();
        return agreed(name, asked, fresh, i -> ours.allows(tokens[i], actions[i], devices[i]), asked.allowed());
    }

    private Contender check(String name, Questions asked) {
        String[] tokens = asked.tokens();
        Action[] actions = asked.actions();
        String[] devices = asked.devices();
        Evaluator ours = evaluator();
        return agreed(
                name,
                asked,
                fresh,
                i -> ours.check(tokens[i], actions[i], devices[i]).allowed(),
                asked.allowed());
    }

    /** The caller has handles of the subject and of the device, one each for all its questions. */
    private Contender handles(String name, Questions asked) {
        Evaluator ours = evaluator();
        Map<String, Subject> subjectOf = new HashMap<>();
        Map<String, DeviceHandle> deviceOf = new HashMap<>();
        Subject[] subjects = new Subject[asked.size()];
        DeviceHandle[] devices = new DeviceHandle[asked.size()];
        for (int i = 0; i < asked.size(); i++) {
            subjects[i] = subjectOf.computeIfAbsent(asked.tokens()[i], ours::subject);
            devices[i] = deviceOf.computeIfAbsent(asked.devices()[i], id -> ours.device(new DeviceId(id)));
        }
        Action[] actions = asked.actions();
        return agreed(name, asked, false, i -> ours.allows(subjects[i], actions[i], devices[i]), asked.allowed());
    }

    private Contender twoMaps(String name, Questions asked) {
        TwoMaps maps = new TwoMaps(workload);
        String[] tokens = asked.tokens();
        Action[] actions = asked.actions();
        String[] devices = asked.devices();
        return agreed(
                name, asked, fresh, i -> maps.allows(tokens[i], actions[i], devices[i]), asked.allowedByOwnGrants());
    }

    private Contender floor(String name, Questions asked) {
        Floor floor = new Floor(workload);
        int[] principals = new int[asked.size()];
        int[] devices = new int[asked.size()];
        int[] actions = new int[asked.size()];
        for (int i = 0; i < asked.size(); i++) {
            principals[i] = floor.principal(asked.tokens()[i]);
            devices[i] = floor.device(asked.devices()[i]);
            actions[i] = floor.action(asked.actions()[i]);
        }
        return agreed(
                name,
                asked,
                false,
                i -> floor.allows(principals[i], devices[i], actions[i]),
                asked.allowedByDeviceGrants());
    }

    /** Peers know the same as the two maps. Each is a class of its own, but shares the call with others of them. */
    private Contender peer(String name, Peer peer, Questions asked) {
        io.doorward.benchmarks.check.Contender set = peer.of(workload);
        if (peer == Peer.JCASBIN_CACHED || peer == Peer.SPRING_ACL) {
            warm(set, asked);
        }
        String[] tokens = asked.tokens();
        Action[] actions = asked.actions();
        String[] devices = asked.devices();
        return agreed(
                name, asked, fresh, i -> set.allows(tokens[i], actions[i], devices[i]), asked.allowedByOwnGrants());
    }

    /** Asks everything once, so that a cache has all that it needs. */
    private static void warm(io.doorward.benchmarks.check.Contender peer, Questions asked) {
        for (int i = 0; i < asked.size(); i++) {
            peer.allows(asked.tokens()[i], asked.actions()[i], asked.devices()[i]);
        }
    }

    private Contender agreed(String name, Questions asked, boolean freshTexts, Asked who, boolean[] expected) {
        QuestionContender contender = new QuestionContender(name, asked, mode, freshTexts, who);
        contender.agree(expected, ASKED_BEFORE);
        return contender;
    }
}
