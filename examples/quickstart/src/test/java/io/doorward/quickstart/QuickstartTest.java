package io.doorward.quickstart;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.token.TokenSecret;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuickstartTest {

    private final List<String> lines = run();

    @Test
    void showsTheTokenOnceAndItIsWellFormed() {
        List<String> tokens = lines.stream()
                .flatMap(line -> Stream.of(line.split(" +")))
                .filter(TokenSecret::isWellFormed)
                .toList();
        assertThat(tokens).hasSize(1);
        assertThat(run()).noneMatch(line -> line.contains(tokens.get(0)));
    }

    @Test
    void findsDevicesAndShowsTheApiUser() {
        assertThat(lines)
                .contains("Plant North, devices that match \"hall\":", "  hall-1   Hall 1, CO2", "API user gateway:")
                .noneMatch(line -> line.contains("Gate,"));
    }

    @Test
    void answersEveryRequestWithItsReason() {
        assertThat(lines.subList(lines.indexOf("Requests come in:") + 1, lines.size()))
                .map(line -> line.strip().replaceAll(" {2,}", " | "))
                .containsExactly(
                        "write a value to hall-1 | ALLOW | to the client: ALLOWED",
                        "rename hall-1 | DENY MISSING_PERMISSIONS [edit_basics] | to the client: MISSING_PERMISSIONS",
                        "write a value to hall-2 | DENY NO_GRANT | to the client: NOT_FOUND",
                        "edit a rule of the plant | ALLOW | to the client: ALLOWED",
                        "the same with a wrong token | DENY UNKNOWN_TOKEN | to the client: UNAUTHENTICATED",
                        "The token is revoked:",
                        "write a value to hall-1 | DENY TOKEN_REVOKED | to the client: UNAUTHENTICATED");
    }

    private static List<String> run() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        new Quickstart(new PrintStream(bytes, true, UTF_8)).run();
        return bytes.toString(UTF_8).lines().toList();
    }
}
