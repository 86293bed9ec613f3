package io.doorward.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Things that differ mostly have different hash codes: in a hash table of them, each is found at once. */
class HashCodesTest {

    private static final int MANY = 60;

    @Test
    void catalogues() {
        assertMostDiffer(i -> catalogue(builder -> builder.devicePermission("p" + i)));
        assertMostDiffer(i -> catalogue(builder -> builder.workspacePermission("p" + i)));
        assertMostDiffer(i -> catalogue(builder -> builder.organizationPermission("p" + i)));
        assertMostDiffer(i -> catalogue(builder -> builder.deviceAction("a" + i, action -> {})));
    }

    @Test
    void permissionsOfAScope() {
        assertMostDiffer(
                i -> catalogue(builder -> builder.devicePermission("p" + i)).device());
    }

    @Test
    void setsOfPermissions() {
        Catalogue.Builder builder = Catalogue.builder();
        IntStream.range(0, MANY).forEach(i -> builder.devicePermission("p" + i));
        Permissions permissions = builder.build().device();
        assertMostDiffer(i -> permissions.fromBits(i));
        assertMostDiffer(i ->
                catalogue(other -> other.devicePermission("p" + i)).device().all());
    }

    @Test
    void actions() {
        assertMostDiffer(i -> Action.named("a" + i));
    }

    private static Catalogue catalogue(Function<Catalogue.Builder, Catalogue.Builder> more) {
        return more.apply(Catalogue.builder()).build();
    }

    private static void assertMostDiffer(Function<Integer, Object> things) {
        long different = IntStream.range(0, MANY)
                .map(i -> things.apply(i).hashCode())
                .distinct()
                .count();
        assertThat(different).isGreaterThan(MANY * 9 / 10);
    }
}
