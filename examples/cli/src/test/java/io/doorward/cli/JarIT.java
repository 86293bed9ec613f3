package io.doorward.cli;

import static io.doorward.cli.Samples.HALL;
import static io.doorward.permission.Actions.DEVICE_VIEW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.change.ChangeSet;
import io.doorward.change.UserChange.CreateUser;
import io.doorward.decision.Decision;
import io.doorward.decision.Reason;
import io.doorward.evaluator.Evaluator;
import io.doorward.model.PrincipalId;
import io.doorward.store.file.JsonFilePolicyStore;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The jar as a user runs it, in processes of its own and under locales that are not ours. Scripts are plain ASCII, so that
 * the locale of this build does not matter.
 */
@EnabledOnOs(OS.LINUX)
@EnabledIfSystemProperty(named = "doorward.jar", matches = ".+", disabledReason = "The jar is not built yet.")
class JarIT {

    private static final String QUESTION = " --action device.view --device " + HALL;

    /** A machine of two processors has other things to do than to look. */
    private static final long PAUSE_NANOS = 200_000;

    @TempDir
    private Path folder;

    /** The output of a script; standard error comes first if the script says so. */
    private record Script(int status, String out, String err) {}

    @BeforeEach
    void copyPlant() throws IOException {
        Files.copy(Path.of(Samples.plant()), folder.resolve("plant.json"));
        Files.copy(Path.of(Samples.plantTests()), folder.resolve("plant.tests.json"));
    }

    @Test
    void runsTheTestsOfThePlant() throws Exception {
        assertThat(sh("doorward test plant.tests.json")).isEqualTo(new Script(0, "9 passed, 0 failed\n", ""));
    }

    @Test
    void knowsItsVersion() throws Exception {
        assertThat(sh("doorward --version"))
                .isEqualTo(new Script(0, "doorward " + System.getProperty("doorward.version") + "\n", ""));
    }

    @Test
    void readsATokenFromStandardInput() throws Exception {
        assertThat(sh("printf 'test\\n' | doorward check --policy plant.json --token -" + QUESTION)
                        .out())
                .isEqualTo("ALLOW\n");
    }

    @Test
    void refusesWithOneSentence() throws Exception {
        assertThat(sh("doorward check --policy none.json --token t" + QUESTION))
                .isEqualTo(new Script(2, "", "none.json: there is no such file.\n"));
    }

    @Test
    void changesThePolicy() throws Exception {
        String changes = "{\"format\": \"doorward/changes/1\", \"changes\": ["
                + "{\"change\": \"deleteUser\", \"user\": \"bob\"}]}";
        Files.writeString(folder.resolve("changes.json"), changes);
        Script dryRun = sh("doorward apply --policy plant.json --changes changes.json --dry-run");
        assertThat(dryRun.out()).startsWith("revision 1\nmembership of \"bob\" in workspace \"plant-north\"\n");
        assertThat(sh("doorward apply --policy plant.json --changes - < changes.json"))
                .isEqualTo(dryRun);
        assertThat(sh("doorward apply --policy plant.json --changes changes.json"))
                .isEqualTo(new Script(1, "/changes/0: There is no user \"bob\".\n", ""));
        assertThat(sh("doorward check --policy plant.json --principal bob" + QUESTION)
                        .out())
                .isEqualTo("DENY UNKNOWN_PRINCIPAL\n");
    }

    /** Prints how long the host took; the time-out is for a machine that is busy with other things. */
    @Test
    void aHostThatFollowsTheFileAnswersByWhatWasApplied() throws Exception {
        Path plant = folder.resolve("plant.json");
        try (JsonFilePolicyStore store = JsonFilePolicyStore.open(plant);
                Evaluator host = Evaluator.follow(store)) {
            Decision before = host.check("test", DEVICE_VIEW, HALL);
            assertThat(before.allowed()).as(before.toString()).isTrue();
            String revoke = "{\"format\": \"doorward/changes/1\", \"changes\": ["
                    + "{\"change\": \"revokeToken\", \"token\": \"test\"}]}";
            Files.writeString(folder.resolve("changes.json"), revoke);
            AtomicLong took = new AtomicLong();
            Thread looking = new Thread(() -> took.set(nanosToDenial(plant, host)));
            looking.start();
            assertThat(sh("doorward apply --policy plant.json --changes changes.json"))
                    .isEqualTo(new Script(0, "revision 1\n", ""));
            looking.join();
            System.out.printf(
                    Locale.ROOT,
                    "The host answered by the changed file %d ms after it was replaced, at a poll interval of 1 s.%n",
                    took.get() / 1_000_000);
            assertThat(host.check("test", DEVICE_VIEW, HALL).reason()).isEqualTo(Reason.TOKEN_REVOKED);
            assertThat(sh("doorward check --policy plant.json --token test" + QUESTION)
                            .out())
                    .isEqualTo("DENY TOKEN_REVOKED\n");
            assertThat(sh("doorward validate plant.json")).isEqualTo(new Script(0, "", ""));

            store.apply(ChangeSet.of(new CreateUser(new PrincipalId("carol"), null, null)));
            Files.writeString(
                    folder.resolve("changes.json"),
                    "{\"format\": \"doorward/changes/1\", \"changes\": [{\"change\": \"deleteUser\", \"user\":"
                            + " \"carol\"}]}");
            assertThat(sh("doorward apply --policy plant.json --changes changes.json")
                            .out())
                    .isEqualTo("revision 3\n");
        }
    }

    private static long nanosToDenial(Path file, Evaluator host) {
        try {
            Object before =
                    Files.readAttributes(file, BasicFileAttributes.class).fileKey();
            while (before.equals(
                    Files.readAttributes(file, BasicFileAttributes.class).fileKey())) {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            long replaced = System.nanoTime();
            while (host.allows("test", DEVICE_VIEW, HALL)) {
                assertThat(System.nanoTime() - replaced).isLessThan(MINUTES.toNanos(1));
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            return System.nanoTime() - replaced;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void printsUtf8WhateverTheLocale() throws Exception {
        writePolicyOf("hall-\u00e9", "\ud83d\ude42", "\u0142");
        for (String locale : new String[] {"C", "POSIX", "C.UTF-8", "xx_XX.ISO-8859-1"}) {
            assertThat(sh("export LC_ALL=" + locale
                            + "; doorward devices --policy ids.json --principal bob --action device.view"))
                    .isEqualTo(new Script(0, "hall-\u00e9\n\u0142\n\ud83d\ude42\n", ""));
        }
        assertThat(sh("export LC_ALL=C; doorward devices --json --policy ids.json --principal bob --action device.view")
                        .out())
                .isEqualTo("{\"devices\":[\"hall-\u00e9\",\"\u0142\",\"\ud83d\ude42\"],\"revision\":0}\n");
    }

    @Test
    void takesUtf8ArgumentsInAUtf8Locale() throws Exception {
        writePolicyOf("hall-\u00e9");
        String question = "doorward check --policy ids.json --principal bob --action device.view"
                + " --device \"$(printf 'hall-\\303\\251')\"";
        assertThat(sh("export LC_ALL=C.UTF-8; " + question)).isEqualTo(new Script(0, "ALLOW\n", ""));
        Script inC = sh("export LC_ALL=C; " + question);
        assertThat(inC.status()).isEqualTo(2);
        assertThat(inC.out()).isEmpty();
        assertThat(inC.err())
                .contains("Argument 9 is not text")
                .contains("LC_ALL=C.UTF-8")
                .hasLineCount(1);
    }

    @Test
    void takesUnusualFileNames() throws Exception {
        assertThat(sh("export LC_ALL=C.UTF-8; name=\"$(printf ' pl\\303\\244nt \\360\\237\\231\\202;*.json')\";"
                                + " cp plant.json \"$name\" && doorward validate \"$name\" && doorward validate -- \"$name\"")
                        .status())
                .isZero();
        assertThat(sh("cp plant.json ./-x.json; cp plant.json @x.json;"
                                + " doorward validate ./-x.json && doorward validate -- -x.json && doorward validate @x.json")
                        .status())
                .isZero();
        assertThat(sh("cp plant.tests.json \"a b.json\"; doorward test \"a b.json\"")
                        .out())
                .isEqualTo("9 passed, 0 failed\n");
    }

    @Test
    void saysSoWhereTheLocaleCannotWriteTheNameOfAFile() throws Exception {
        assertThat(sh("export LC_ALL=C.UTF-8; cp plant.json \"$(printf 'pl\\303\\244nt.json')\";"
                                + " sed -e \"s/plant.json/$(printf 'pl\\303\\244nt.json')/\" plant.tests.json > umlaut.json;"
                                + " doorward test umlaut.json")
                        .out())
                .isEqualTo("9 passed, 0 failed\n");
        Script inC = sh("export LC_ALL=C; doorward test umlaut.json");
        // Java 18 and later may know how to open it all the same.
        if (inC.status() != 0) {
            assertThat(inC.status()).isEqualTo(2);
            assertThat(inC.out()).isEqualTo("0 passed, 0 failed\n");
            assertThat(inC.err()).startsWith("umlaut.json: line 3, column ").hasLineCount(1);
        }
    }

    @Test
    void aReaderThatHasSeenEnoughIsNoError() throws Exception {
        writePolicyOf(IntStream.range(0, 20_000).mapToObj(i -> "device-" + i).toArray(String[]::new));
        Script script = sh("doorward devices --policy ids.json --principal bob --action device.view | head -n 1");
        assertThat(script).isEqualTo(new Script(0, "device-0\n", ""));
    }

    @Test
    void anAnswerThatCannotBeWrittenIsAnError() throws Exception {
        Script script = sh("test -w /dev/full || exit 2; doorward check --policy plant.json --principal bob" + QUESTION
                + " > /dev/full");
        assertThat(script.status()).isEqualTo(2);
    }

    private void writePolicyOf(String... devices) throws IOException {
        Files.writeString(
                folder.resolve("ids.json"),
                Arrays.stream(devices)
                        .map(id -> "{\"id\": \"" + id + "\"}")
                        .collect(Collectors.joining(
                                ", ",
                                "{\"format\": \"doorward/policy/1\", \"users\": [{\"id\": \"bob\"}],"
                                        + " \"workspaces\": [{\"id\": \"w\", \"devices\": [",
                                "], \"members\": [{\"principal\": \"bob\", \"allDevices\": []}]}]}")));
    }

    private Script sh(String script) throws IOException, InterruptedException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String jar = Objects.requireNonNull(System.getProperty("doorward.jar"), "doorward.jar");
        File out = folder.resolve("out.txt").toFile();
        File err = folder.resolve("err.txt").toFile();
        ProcessBuilder builder = new ProcessBuilder(
                        "sh", "-c", "doorward() { \"$JAVA\" -jar \"$JAR\" \"$@\"; }; " + script)
                .directory(folder.toFile())
                .redirectOutput(out)
                .redirectError(err);
        builder.environment().put("JAVA", java);
        builder.environment().put("JAR", jar);
        Process process = builder.start();
        process.getOutputStream().close();
        assertThat(process.waitFor(2, MINUTES)).as("ended: %s", script).isTrue();
        return new Script(
                process.exitValue(), Files.readString(out.toPath(), UTF_8), Files.readString(err.toPath(), UTF_8));
    }
}
