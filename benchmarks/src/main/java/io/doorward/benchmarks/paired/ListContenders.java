package io.doorward.benchmarks.paired;

import io.doorward.benchmarks.workload.Kind;
import io.doorward.benchmarks.workload.Questions;
import io.doorward.benchmarks.workload.Workload;
import io.doorward.evaluator.DeviceCursor;
import io.doorward.evaluator.DeviceHandle;
import io.doorward.evaluator.Evaluator;
import io.doorward.evaluator.Subject;
import io.doorward.model.DeviceId;
import io.doorward.model.PrincipalId;
import io.doorward.model.Workspace;
import io.doorward.permission.Actions;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Lists of all that qualify, for subjects and devices of questions whose answer is yes.
 *
 * <pre>
 *   devices          the ids of the devices that a subject may view; an operation is an id
 *   cursor           the same devices, gone through without making ids; a device that is listed
 *   cursor-wide      the same, of subjects who may view five hundred devices or more
 *   batch            which of the first thousand devices of its workspace a subject may view, by handles; a device asked about
 *   principals       who may view a device; a list
 *   first-page       the first five devices that a subject of cursor-wide may view; a page
 *   hundredth-page   five such devices after 495 others; a page
 * </pre>
 */
final class ListContenders {

    private static final int MANY = 1000;
    private static final int DRAWN = 16;
    private static final int PAGE = 5;
    private static final int BEFORE_THE_HUNDREDTH = 99 * PAGE;

    private final Evaluator evaluator;
    private final Subject[] subjects;
    private final DeviceId[] devices;

    /** Those who may view many devices, and the last device of the ninety-ninth page of each. */
    private final Subject[] wide;

    private final DeviceId[] beforeTheHundredth;

    /** For each subject handles of its workspace's devices. */
    private final List<List<DeviceHandle>> handles;

    ListContenders(Workload workload, int pool) {
        evaluator = Evaluator.follow(workload.source());
        Questions questions = workload.questions(Kind.OWN_GRANT, pool);
        subjects = new Subject[pool];
        devices = new DeviceId[pool];
        for (int i = 0; i < pool; i++) {
            subjects[i] = evaluator.subject(questions.tokens()[i]);
            devices[i] = new DeviceId(questions.devices()[i]);
        }
        handles = handles(workload);
        wide = Stream.of(workload.questions(Kind.ALLOWED, DRAWN * pool).tokens())
                .map(evaluator::subject)
                .filter(subject -> listed(subject).size() >= BEFORE_THE_HUNDREDTH + PAGE)
                .limit(pool)
                .toArray(Subject[]::new);
        beforeTheHundredth = Stream.of(wide)
                .map(subject -> listed(subject).get(BEFORE_THE_HUNDREDTH - 1))
                .toArray(DeviceId[]::new);
        for (int i = 0; i < pool; i++) {
            agree(i);
        }
    }

    private List<List<DeviceHandle>> handles(Workload workload) {
        Map<PrincipalId, Integer> asking = new HashMap<>();
        for (int i = 0; i < subjects.length; i++) {
            asking.put(subjects[i].principal().orElseThrow(), i);
        }
        Map<PrincipalId, List<DeviceHandle>> found = new HashMap<>();
        workload.forEach((workspace, tokens) -> {
            List<DeviceHandle> all = null;
            for (PrincipalId principal : tokens.keySet()) {
                if (asking.containsKey(principal)) {
                    all = all == null ? handles(workspace) : all;
                    found.put(principal, all);
                }
            }
        });
        return IntStream.range(0, subjects.length)
                .mapToObj(i -> found.get(subjects[i].principal().orElseThrow()))
                .toList();
    }

    private List<DeviceHandle> handles(Workspace workspace) {
        return workspace.devices().keySet().stream()
                .limit(MANY)
                .map(evaluator::device)
                .toList();
    }

    private List<DeviceId> listed(Subject subject) {
        return evaluator.devices(subject, Actions.DEVICE_VIEW).items();
    }

    private void agree(int number) {
        List<DeviceId> listed = listed(subjects[number]);
        require(listed.contains(devices[number]), "List " + number + " lacks " + devices[number] + ".");
        require(
                cursor(subjects[number]) == listed.size(),
                "Cursor " + number + " finds others than list " + number + ".");
        BitSet allowed = evaluator.allowed(subjects[number], Actions.DEVICE_VIEW, handles.get(number));
        for (int i = 0; i < handles.get(number).size(); i++) {
            DeviceHandle handle = handles.get(number).get(i);
            require(
                    allowed.get(i) == evaluator.allows(subjects[number], Actions.DEVICE_VIEW, handle),
                    "Batch " + number + " is wrong about " + handle + ".");
        }
        PrincipalId principal = subjects[number].principal().orElseThrow();
        require(
                evaluator
                        .principals(Actions.DEVICE_VIEW, devices[number])
                        .items()
                        .contains(principal),
                "The list of those who may view " + devices[number] + " lacks " + principal + ".");
    }

    private static void require(boolean isSo, String otherwise) {
        if (!isSo) {
            throw new IllegalStateException(otherwise);
        }
    }

    Contender named(String name) {
        return switch (name) {
            case "devices" ->
                new OfLists(name, i -> listed(subjects[i]).size(), subjects.length, mean(i -> cursor(subjects[i])));
            case "cursor" ->
                new OfLists(name, i -> cursor(subjects[i]), subjects.length, mean(i -> cursor(subjects[i])));
            case "cursor-wide" -> new OfLists(name, i -> cursor(wide[i]), wide.length, meanOfWide());
            case "batch" ->
                new OfLists(name, this::batch, subjects.length, mean(i -> handles.get(i)
                        .size()));
            case "principals" -> new OfLists(name, this::principals, subjects.length, 1);
            case "first-page" -> new OfLists(name, i -> page(wide[i], null), wide.length, 1);
            case "hundredth-page" -> new OfLists(name, i -> page(wide[i], beforeTheHundredth[i]), wide.length, 1);
            default ->
                throw new IllegalArgumentException("There is no list of " + name
                        + "; there are devices, cursor, cursor-wide, batch, principals, first-page and"
                        + " hundredth-page.");
        };
    }

    /** How many devices a subject may view. */
    private int cursor(Subject subject) {
        DeviceCursor cursor = evaluator.deviceCursor(subject, Actions.DEVICE_VIEW);
        int count = 0;
        while (cursor.next()) {
            count++;
        }
        return count;
    }

    private int batch(int number) {
        return evaluator
                .allowed(subjects[number], Actions.DEVICE_VIEW, handles.get(number))
                .cardinality();
    }

    private int page(Subject subject, @Nullable DeviceId after) {
        return evaluator
                .devices(subject, Actions.DEVICE_VIEW, after, PAGE)
                .items()
                .size();
    }

    /** How many principals may view a device. */
    private int principals(int number) {
        return evaluator
                .principals(Actions.DEVICE_VIEW, devices[number])
                .items()
                .size();
    }

    private double mean(IntUnaryOperator sizes) {
        return IntStream.range(0, subjects.length).map(sizes).average().orElseThrow();
    }

    private double meanOfWide() {
        return Stream.of(wide).mapToInt(this::cursor).average().orElseThrow();
    }

    private record OfLists(String name, IntUnaryOperator lists, int pool, double things) implements Contender {

        @Override
        public int most() {
            return pool;
        }

        @Override
        public void prepare(int from, int count) {
            // Nothing is to be made ready.
        }

        @Override
        public long run(int from, int count) {
            long all = 0;
            for (int i = from; i < from + count; i++) {
                all += lists.applyAsInt(i % pool);
            }
            return all;
        }
    }
}
