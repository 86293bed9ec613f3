package io.doorward.benchmarks.document;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;

/**
 * Writes a document of 1,000 workspaces with 100 devices and 1,000 grants on devices each: 100,000 devices, 1,000,000
 * grants, 20,000 memberships, 5,000 claims, 3,000 tokens. As text and not through the model, so that the reader is
 * not measured with what the writer likes. Always the same bytes.
 */
final class LargeDocument {

    private static final int WORKSPACES = 1_000;
    private static final int DEVICES = 100;
    private static final int USERS = 2_000;
    private static final int MEMBERS = 19;
    private static final int TEAMS = 2;
    private static final int GRANTS = 50;
    private static final int TEAM_GRANTS = 25;
    private static final int CLAIMS = 5;

    private static final String[] DEVICE_PERMISSIONS = {
        "[]", "[\"view\"]", "[\"view\", \"edit_basics\"]", "[\"record_measurements\"]", "[\"edit_product\", \"view\"]"
    };

    private final Random random = new Random(20261124);
    private final Writer out;

    private LargeDocument(Writer out) {
        this.out = out;
    }

    static void write(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            new LargeDocument(out).write();
        }
    }

    private void write() throws IOException {
        out.write("{\n  \"format\": \"doorward/policy/1\",\n  \"users\": [");
        for (int i = 0; i < USERS; i++) {
            line(
                    i,
                    "    {\"id\": \"%s\", \"email\": \"user-%d@example.com\", \"tokens\": [{\"sha256\": \"%s\"}]}"
                            .formatted(user(i), i, hash()));
        }
        out.write("],\n  \"organizations\": [");
        for (int i = 0; i < WORKSPACES / 10; i++) {
            line(i, "    {\"id\": \"organization-%d\", \"owner\": \"%s\"}".formatted(i, user(i)));
        }
        out.write("],\n  \"workspaces\": [");
        for (int i = 0; i < WORKSPACES; i++) {
            line(i, "");
            workspace(i);
        }
        out.write("]\n}\n");
    }

    private void workspace(int number) throws IOException {
        out.write("    {\"id\": \"workspace-%d\", \"name\": \"Workspace %d\", \"organization\": \"organization-%d\","
                .formatted(number, number, number / 10));
        out.write("\n     \"products\": [{\"id\": \"co2-sensor\"}, {\"id\": \"meter\"}],\n     \"devices\": [");
        for (int i = 0; i < DEVICES; i++) {
            line(
                    i,
                    "      {\"id\": \"%s\", \"product\": \"%s\", \"name\": \"Device %d\", \"tags\": [\"floor-%d\"]}"
                            .formatted(device(number, i), i % 2 == 0 ? "co2-sensor" : "meter", i, i % 7));
        }
        out.write("],\n     \"claims\": [");
        for (int i = 0; i < CLAIMS; i++) {
            line(
                    i,
                    "      {\"device\": \"%s\", \"ceiling\": [\"view\"]}"
                            .formatted(device((number + i + 1) % WORKSPACES, i)));
        }
        out.write("],\n     \"apiUsers\": [{\"id\": \"api-user-%d\", \"tokens\": [{\"sha256\": \"%s\"}]}],"
                .formatted(number, hash()));
        out.write("\n     \"members\": [");
        member(number, 0, "api-user-" + number);
        for (int i = 1; i < MEMBERS; i++) {
            member(number, i, user((number * MEMBERS + i) % USERS));
        }
        out.write("],\n     \"teams\": [");
        for (int i = 0; i < TEAMS; i++) {
            line(i, "      {\"id\": \"team-%d\", \"members\": [\"api-user-%d\"], \"devices\": {".formatted(i, number));
            grants(number, i * TEAM_GRANTS, TEAM_GRANTS);
            out.write("}}");
        }
        out.write("]}");
    }

    private void member(int workspace, int number, String principal) throws IOException {
        line(
                number,
                "      {\"principal\": \"%s\", \"permissions\": [\"rules\", \"reports\"], \"devices\": {"
                        .formatted(principal));
        grants(workspace, number * GRANTS / 2, GRANTS);
        out.write("}, \"expiresAt\": \"2027-%02d-01T00:00:00Z\"}".formatted(1 + number % 12));
    }

    private void grants(int workspace, int first, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            String permissions = DEVICE_PERMISSIONS[random.nextInt(DEVICE_PERMISSIONS.length)];
            line(
                    i,
                    "        \"%s\": %s"
                            .formatted(
                                    device(workspace, (first + i) % DEVICES),
                                    random.nextInt(10) == 0
                                            ? "{\"permissions\": %s, \"notBefore\": \"2026-01-01T00:00:00Z\"}"
                                                    .formatted(permissions)
                                            : permissions));
        }
    }

    private void line(int index, String text) throws IOException {
        out.write(index == 0 ? "\n" : ",\n");
        out.write(text);
    }

    private static String user(int number) {
        return "user-" + number;
    }

    private static String device(int workspace, int number) {
        return new UUID(0x0f8fad5bd9cb469fL * (workspace + 1), 0x8000000000000000L | number * 0x9e3779b97f4a7c15L >>> 2)
                .toString();
    }

    private String hash() {
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < 4; i++) {
            hex.append("%016x".formatted(random.nextLong()));
        }
        return hex.toString();
    }
}
