package io.doorward.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ReasonTest {

    @Test
    void aReasonIsAboutTheAskerWhereNobodyWasFoundWhoAsks() {
        assertThat(Arrays.stream(Reason.values()).filter(Reason::isAboutTheAsker))
                .containsExactlyInAnyOrder(
                        Reason.UNKNOWN_TOKEN, Reason.TOKEN_REVOKED, Reason.TOKEN_EXPIRED, Reason.UNKNOWN_PRINCIPAL);
    }
}
