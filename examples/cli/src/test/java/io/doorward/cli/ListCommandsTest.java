package io.doorward.cli;

import static io.doorward.cli.Samples.AT;
import static io.doorward.cli.Samples.GUEST;
import static io.doorward.cli.Samples.HALL;
import static io.doorward.cli.Samples.plant;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListCommandsTest {

    @Test
    void devicesAreOneALine() {
        assertThat(run("devices --principal bob --action device.view"))
                .isEqualTo(new Run(0, List.of(HALL, GUEST), List.of()));
    }

    @Test
    void devicesMayBeThoseOfOneWorkspace() {
        assertThat(run("devices --principal alice --action device.edit --workspace plant-south"))
                .isEqualTo(new Run(0, List.of(), List.of()));
        assertThat(run("devices --principal alice --action device.view --workspace plant-north"))
                .isEqualTo(new Run(0, List.of(HALL, GUEST), List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            devices --token none --action device.view | UNKNOWN_TOKEN
            devices --token none --action device.melt --workspace x | UNKNOWN_TOKEN
            devices --principal zoe --action device.view | UNKNOWN_PRINCIPAL
            devices --principal bob --action device.melt --workspace x | UNKNOWN_ACTION
            devices --principal bob --action workspace.view | UNKNOWN_ACTION
            devices --principal bob --action device.view --workspace x | UNKNOWN_WORKSPACE
            devices --principal bob --action device.view --workspace= | UNKNOWN_WORKSPACE
            principals --action device.melt --device x | UNKNOWN_ACTION
            principals --action device.view --device x | UNKNOWN_DEVICE
            principals --action device.view --device= | UNKNOWN_DEVICE
            principals --action workspace.view --workspace x | UNKNOWN_WORKSPACE
            principals --action device.view --device 0f8fad5b-d9cb-469f-a165-70867728950e --workspace x | UNKNOWN_WORKSPACE
            principals --action device.view --device 0f8fad5b-d9cb-469f-a165-70867728950e --workspace plant-south | UNKNOWN_DEVICE
            principals --action organization.view --organization x | UNKNOWN_ORGANIZATION
            """)
    void whyAListCannotButBeEmptyIsSaidOnStandardError(String arguments, String reason) {
        assertThat(run(arguments)).isEqualTo(new Run(0, List.of(), List.of(reason)));
    }

    @Test
    void aListThatHappensToBeEmptyNeedsNoReason() {
        assertThat(run("devices --principal gateway-1 --action device.delete"))
                .isEqualTo(new Run(0, List.of(), List.of()));
    }

    @Test
    void principalsAreOneALine() {
        assertThat(run("principals --action device.view --device " + HALL))
                .isEqualTo(new Run(0, List.of("alice", "bob", "gateway-1", "lobby-screen"), List.of()));
        assertThat(run("principals --action workspace.edit_rules --workspace plant-north")
                        .out())
                .containsExactly("alice", "bob", "gateway-1");
        assertThat(run("principals --action organization.view_billing --organization acme")
                        .out())
                .containsExactly("alice", "bob");
        assertThat(run("principals --action device.view --workspace plant-north --device " + GUEST)
                        .out())
                .containsExactly("alice", "bob", "gateway-1");
    }

    @Test
    void principalsMayBeExplained() {
        Run run = run("principals --explain --action device.edit_product --device " + HALL);
        assertThat(run.out().stream().filter(line -> !line.startsWith(" ")))
                .containsExactly("alice", "bob", "gateway-1");
        assertThat(run.out())
                .anyMatch(line -> line.startsWith("    workspace \"plant-north\": ALLOWED; owner of the organization"))
                .anyMatch(line -> line.startsWith("      team \"service\", grant on the device: view, edit_product"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            devices --action device.view | Say who asks
            devices --principal bob | Add --action NAME.
            devices --principal bob --action device.view --device x | There is no option --device
            devices --principal bob --action device.view --explain | There is no option --explain
            principals --action device.view | Say what the question is about
            principals --device x | Add --action NAME.
            principals --principal bob --action device.view --device x | There is no option --principal
            """)
    void wrongUsageIsOneSentence(String arguments, String sentence) {
        assertThat(run(arguments).refusal()).startsWith(sentence);
    }

    private static Run run(String arguments) {
        return Run.of(Stream.of((arguments + " --at " + AT + " --policy " + plant()).split(" "))
                .toArray(String[]::new));
    }
}
