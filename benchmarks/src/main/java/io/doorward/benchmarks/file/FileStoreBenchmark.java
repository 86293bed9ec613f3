package io.doorward.benchmarks.file;

import static io.doorward.permission.Actions.DEVICE_EDIT;
import static io.doorward.permission.DevicePermissions.EDIT_BASICS;
import static io.doorward.permission.DevicePermissions.VIEW;

import io.doorward.change.Actor;
import io.doorward.change.ChangeSet;
import io.doorward.change.GrantChange.GrantDevice;
import io.doorward.change.Holder;
import io.doorward.evaluator.Evaluator;
import io.doorward.json.PolicyJson;
import io.doorward.model.DeviceId;
import io.doorward.model.Policy;
import io.doorward.model.PolicyBuilder;
import io.doorward.model.Window;
import io.doorward.model.WorkspaceBuilder;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.Permission;
import io.doorward.store.PolicyStore;
import io.doorward.store.file.JsonFilePolicyStore;
import io.doorward.token.TokenHash;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * One grant of one API user changes in a policy file: how long it takes until the evaluator of a host that follows the file
 * answers otherwise. The host makes the change itself, another store makes it, or somebody edits the file, as editors do that
 * put another file in its place; the last two are seen at the host's next look, each second. Not a JMH benchmark: each
 * change is timed by itself, and must change the answer.
 *
 * <p>{@code java -Xmx2g -cp benchmarks/target/benchmarks.jar io.doorward.benchmarks.file.FileStoreBenchmark FOLDER 1000 10000
 * 100000}: the folder is on the disk that shall be measured.
 */
public final class FileStoreBenchmark {

    private static final int GRANTS_OF_A_USER = 50;
    private static final int USERS_OF_A_WORKSPACE = 100;
    private static final int DEVICES = 1_000;
    private static final int WARM_UP = 100;
    private static final int CHANGES = 100;
    private static final int LOOKS = 20;
    private static final double NANOS_PER_MILLI = 1_000_000.0;

    private final int users;
    private final Path document;

    private FileStoreBenchmark(int grants, Path folder) {
        users = grants / GRANTS_OF_A_USER;
        document = folder.resolve("policy-" + grants + ".json");
    }

    /** Takes a folder, and numbers of grants; without any, 1,000, 10,000 and 100,000. */
    public static void main(String[] arguments) throws IOException {
        print("Java %s, %d processors", Runtime.version(), Runtime.getRuntime().availableProcessors());
        Path folder = Files.createTempDirectory(Path.of(arguments.length == 0 ? "." : arguments[0]), "file-store-");
        List<String> sizes = arguments.length < 2
                ? List.of("1000", "10000", "100000")
                : Arrays.asList(arguments).subList(1, arguments.length);
        for (String size : sizes) {
            new FileStoreBenchmark(Integer.parseInt(size), folder).run();
        }
    }

    private void run() throws IOException {
        try (PolicyStore store = JsonFilePolicyStore.create(document, policy());
                PolicyStore other = JsonFilePolicyStore.open(document);
                Evaluator evaluator = Evaluator.follow(store)) {
            print(
                    "%,d grants, %,d users, a document of %,d KB:",
                    users * GRANTS_OF_A_USER, users, Files.size(document) / 1024);
            for (int i = 0; i < WARM_UP; i++) {
                apply(i, store, evaluator);
            }
            report("a file of that size is written and synced after", CHANGES, i -> bareWrite());
            report("a change by the host is answered after", CHANGES, i -> apply(i, store, evaluator));
            report("a change by another store is answered after", LOOKS, i -> apply(i, other, evaluator));
            report("an edit by hand is answered after", LOOKS, i -> edit(i, evaluator));
        }
    }

    private interface Work {
        long nanos(int number) throws IOException;
    }

    private static void report(String what, int times, Work work) throws IOException {
        long[] nanos = new long[times];
        for (int i = 0; i < times; i++) {
            nanos[i] = work.nanos(i);
        }
        Arrays.sort(nanos);
        print(
                "  %-48s median %,8.1f ms, longest of %d %,8.1f ms",
                what, nanos[times / 2] / NANOS_PER_MILLI, times, nanos[times - 1] / NANOS_PER_MILLI);
    }

    private long bareWrite() throws IOException {
        byte[] content = Files.readAllBytes(document);
        Path file = document.resolveSibling("bare");
        long start = System.nanoTime();
        try (FileOutputStream out = new FileOutputStream(file.toFile())) {
            out.write(content);
            out.getFD().sync();
        }
        return System.nanoTime() - start;
    }

    private long apply(int number, PolicyStore store, Evaluator evaluator) {
        int user = number / 2 % users;
        boolean gives = number % 2 == 0;
        ChangeSet changes = grant(user, gives);
        long start = System.nanoTime();
        store.apply(changes);
        return await(user, gives, evaluator, start);
    }

    /** The text of one grant is changed, and nothing else: the token's owner may edit the device, or only see it. */
    private long edit(int number, Evaluator evaluator) throws IOException {
        int user = number / 2 % users;
        boolean gives = number % 2 == 0;
        Policy policy = PolicyJson.read(document);
        ChangeSet changes = grant(user, gives);
        Policy edited = changes.applyTo(policy, policy.revision(), Actor.HOST, Instant.EPOCH)
                .after();
        Path fresh = Files.writeString(document.resolveSibling("edited"), PolicyJson.toJson(edited));
        long start = System.nanoTime();
        Files.move(fresh, document, StandardCopyOption.ATOMIC_MOVE);
        return await(user, gives, evaluator, start);
    }

    private static ChangeSet grant(int user, boolean gives) {
        return ChangeSet.of(new GrantDevice(
                new WorkspaceId(workspace(user)),
                Holder.member(user(user)),
                new DeviceId(device(user, 0)),
                gives ? List.<Permission>of(EDIT_BASICS) : List.of(VIEW),
                Window.ALWAYS));
    }

    private static long await(int user, boolean gives, Evaluator evaluator, long start) {
        String token = secret(user);
        String device = device(user, 0);
        while (evaluator.allows(token, DEVICE_EDIT, device) != gives) {
            Thread.onSpinWait();
        }
        return System.nanoTime() - start;
    }

    private Policy policy() {
        PolicyBuilder policy = Policy.builder();
        for (int first = 0; first < users; first += USERS_OF_A_WORKSPACE) {
            int from = first;
            policy.workspace(workspace(from), workspace -> workspace(from, workspace));
        }
        return policy.build();
    }

    private void workspace(int first, WorkspaceBuilder workspace) {
        for (int i = 0; i < DEVICES; i++) {
            workspace.device(device(first, i));
        }
        for (int i = first; i < Math.min(users, first + USERS_OF_A_WORKSPACE); i++) {
            int user = i;
            workspace.apiUser(user(user), apiUser -> {
                apiUser.token(TokenHash.ofClearText(secret(user)));
                for (int grant = 0; grant < GRANTS_OF_A_USER; grant++) {
                    apiUser.device(device(user, (user * GRANTS_OF_A_USER + grant) % (DEVICES - 1) + 1), VIEW);
                }
            });
        }
    }

    private static String workspace(int user) {
        return "workspace-" + user / USERS_OF_A_WORKSPACE;
    }

    private static String device(int user, int number) {
        return "device-" + user / USERS_OF_A_WORKSPACE + "-" + number;
    }

    private static String user(int number) {
        return "gateway-" + number;
    }

    private static String secret(int user) {
        return "secret-" + user;
    }

    private static void print(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }
}
