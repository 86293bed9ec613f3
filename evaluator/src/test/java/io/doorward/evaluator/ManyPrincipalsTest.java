package io.doorward.evaluator;

import static io.doorward.permission.Actions.DEVICE_VIEW;
import static io.doorward.permission.DevicePermissions.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.decision.Page;
import io.doorward.model.DeviceId;
import io.doorward.model.Policy;
import io.doorward.model.PolicyBuilder;
import io.doorward.model.PrincipalId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** More principals may do something than are looked at together: none is left out, whatever the size of a page. */
class ManyPrincipalsTest {

    private static final int USERS = 300;
    private static final DeviceId HALL = new DeviceId("hall");

    private final Evaluator evaluator = Evaluator.of(policy());

    /** Two of three users may view the hall, and the owner, who is one of them. */
    private static Policy policy() {
        PolicyBuilder policy = Policy.builder();
        IntStream.range(0, USERS).forEach(i -> policy.user(user(i)));
        return policy.organization("group", group -> group.owner(user(150)))
                .workspace("plant", plant -> {
                    plant.organization("group").device(HALL.value());
                    IntStream.range(0, USERS)
                            .forEach(i -> plant.member(user(i), member -> {
                                if (i % 3 > 0) {
                                    member.device(HALL.value(), VIEW);
                                }
                            }));
                })
                .build();
    }

    private static String user(int number) {
        return "user-%03d".formatted(number);
    }

    private List<PrincipalId> allowed() {
        return IntStream.range(0, USERS)
                .mapToObj(i -> new PrincipalId(user(i)))
                .filter(user -> evaluator.allows(evaluator.subject(user), DEVICE_VIEW, HALL))
                .toList();
    }

    @Test
    void theListHasWhomSingleChecksAllow() {
        assertThat(evaluator.principals(DEVICE_VIEW, HALL).items())
                .hasSize(USERS * 2 / 3 + 1)
                .isEqualTo(allowed());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 63, 64, 65, 100, 128, 200, 201, 202, 1000})
    void pagesOfAnySizeAreTheList(int limit) {
        List<PrincipalId> expected = allowed();
        List<PrincipalId> paged = new ArrayList<>();
        Page<PrincipalId> page = evaluator.principals(DEVICE_VIEW, HALL, null, limit);
        paged.addAll(page.items());
        while (page.next().isPresent()) {
            assertThat(page.items()).hasSize(limit);
            page = evaluator.principals(DEVICE_VIEW, HALL, page.next().get(), limit);
            paged.addAll(page.items());
        }
        assertThat(page.items()).hasSizeLessThan(limit);
        assertThat(paged).isEqualTo(expected);
    }
}
