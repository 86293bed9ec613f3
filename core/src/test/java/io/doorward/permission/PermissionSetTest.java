package io.doorward.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PermissionSetTest {

    private static final Permissions DEVICE = Catalogue.defaults().device();
    private static final Permissions WORKSPACE = Catalogue.defaults().workspace();

    /** As many as fit: the last one is bit 63, the sign of the long. */
    private static final Permissions FULL = full().device();

    @Test
    void aSetHasWhatWasPutInItAndNothingElse() {
        PermissionSet set = DEVICE.of(DevicePermissions.EDIT_BASICS);

        assertThat(set.contains(DevicePermissions.EDIT_BASICS)).isTrue();
        assertThat(set.contains(DevicePermissions.VIEW)).isFalse();
        assertThat(set.size()).isEqualTo(1);
        assertThat(set.isEmpty()).isFalse();
        assertThat(DEVICE.all().toList()).isEqualTo(DEVICE.list()).allMatch(DEVICE.all()::contains);
        assertThat(set.permissions()).isSameAs(DEVICE);
        assertThat(DEVICE.none().isEmpty()).isTrue();
    }

    @Test
    void listsAreInTheOrderOfTheCatalogueWhateverOrderWasGiven() {
        PermissionSet set = DEVICE.of(DevicePermissions.RECORD_MEASUREMENTS, DevicePermissions.VIEW);

        assertThat(set.toList()).containsExactly(DevicePermissions.VIEW, DevicePermissions.RECORD_MEASUREMENTS);
        assertThat(set.names()).containsExactly("view", "record_measurements");
        assertThat(set).hasToString("[view, record_measurements]");
        assertThat(DEVICE.none()).hasToString("[]");
    }

    @Test
    void aSetDoesNotContainAPermissionOfAnotherScopeOrCatalogue() {
        assertThat(WORKSPACE.all().contains(Permission.organization("members"))).isFalse();
        assertThat(DEVICE.all().contains(Permission.device("live_video"))).isFalse();
    }

    @Test
    void closingAddsAllThatIsImplied() {
        assertThat(DEVICE.of(DevicePermissions.EDIT_BASICS).closed().names()).containsExactly("view", "edit_basics");
        assertThat(DEVICE.none().closed()).isEqualTo(DEVICE.none());
        assertThat(DEVICE.of(DevicePermissions.EDIT_PRODUCT).closed().names()).containsExactly("edit_product");
    }

    @Test
    void aGrantCarriesTheImplicitPermissionsEvenIfItIsEmpty() {
        assertThat(DEVICE.none().asGrant().names()).containsExactly("view");
        assertThat(DEVICE.of(DevicePermissions.EDIT_PRODUCT).asGrant().names()).containsExactly("view", "edit_product");
    }

    @Test
    void whatImplicitPermissionsImplyIsCarriedToo() {
        Permissions device = Catalogue.builder()
                .devicePermission("see", p -> p.implies("know").implicit())
                .devicePermission("know")
                .build()
                .device();

        assertThat(device.implicit().names()).containsExactly("see");
        assertThat(device.none().asGrant().names()).containsExactly("see", "know");
    }

    @Test
    void inOtherScopesAGrantIsOnlyClosed() {
        assertThat(WORKSPACE.of(WorkspacePermissions.RULES).asGrant().names()).containsExactly("rules");
        assertThat(WORKSPACE.none().asGrant().isEmpty()).isTrue();
    }

    @Test
    void implicationsAreFollowedToTheirEnd() {
        Catalogue.Builder builder = Catalogue.builder();
        for (int i = 0; i < 64; i++) { // a chain against the order of the bits
            int bit = i;
            builder.devicePermission("p" + bit, p -> {
                if (bit > 0) {
                    p.implies("p" + (bit - 1));
                }
            });
        }
        Permissions chain = builder.build().device();

        assertThat(chain.named(List.of("p63")).closed()).isEqualTo(chain.all());
        assertThat(chain.named(List.of("p31")).closed().bits()).isEqualTo(0xffff_ffffL);
        assertThat(chain.named(List.of("p0")).closed().bits()).isEqualTo(1L);
    }

    @Test
    void bit63IsAPermissionLikeAnyOther() {
        Permission last = Permission.device("p63");
        PermissionSet set = FULL.of(last);

        assertThat(FULL.size()).isEqualTo(64);
        assertThat(FULL.all().bits()).isEqualTo(-1L);
        assertThat(FULL.all().size()).isEqualTo(64);
        assertThat(set.bits()).isEqualTo(Long.MIN_VALUE);
        assertThat(set.contains(last)).isTrue();
        assertThat(set.isEmpty()).isFalse();
        assertThat(set.names()).containsExactly("p63");
        assertThat(FULL.all().minus(set).bits()).isEqualTo(Long.MAX_VALUE);
        assertThat(FULL.all().containsAll(set)).isTrue();
        assertThat(FULL.all().minus(set).containsAll(set)).isFalse();
        assertThat(FULL.fromBits(Long.MIN_VALUE)).isEqualTo(set);
        assertThat(FULL.none().asGrant()).isEqualTo(set);
        assertThat(FULL.named(List.of("p0")).closed().names()).containsExactly("p0", "p63");
    }

    @Test
    void setsFollowTheLawsOfSets() {
        Random random = new Random(11);
        for (int i = 0; i < 1_000; i++) {
            PermissionSet a = FULL.fromBits(random.nextLong());
            PermissionSet b = FULL.fromBits(random.nextLong() & (i % 2 == 0 ? -1L : a.bits())); // half are subsets
            assertThat(a.union(b).toList()).containsAll(a.toList()).containsAll(b.toList());
            assertThat(a.union(b).size())
                    .isEqualTo(a.size() + b.size() - a.intersect(b).size());
            assertThat(a.minus(b).union(a.intersect(b))).isEqualTo(a);
            assertThat(a.minus(b).intersect(b).isEmpty()).isTrue();
            assertThat(a.containsAll(b))
                    .isEqualTo(b.minus(a).isEmpty())
                    .isEqualTo(a.toList().containsAll(b.toList()));
            assertThat(FULL.of(a.toList())).isEqualTo(a).hasSameHashCodeAs(a);
            assertThat(a.closed().closed()).isEqualTo(a.closed());
            assertThat(a.union(b).closed()).isEqualTo(a.closed().union(b.closed()));
        }
    }

    @Test
    void setsOfTwoScopesDoNotMix() {
        refusesAll(DEVICE.all(), WORKSPACE.all(), "device permissions and a set of workspace permissions");
    }

    @Test
    void setsOfTwoCataloguesDoNotMix() {
        refusesAll(DEVICE.none(), FULL.none(), "different catalogues");
    }

    @Test
    void setsOfEqualCataloguesMix() {
        PermissionSet own = FULL.fromBits(5);
        PermissionSet other = full().device().fromBits(6);

        assertThat(other.permissions()).isNotSameAs(own.permissions());
        assertThat(own.union(other)).isEqualTo(FULL.fromBits(7));
        assertThat(own.intersect(other)).isEqualTo(FULL.fromBits(4));
        assertThat(own.containsAll(other)).isFalse();
        assertThat(full().device().fromBits(5)).isEqualTo(own).hasSameHashCodeAs(own);
    }

    @Test
    void theSameBitsOfAnotherVocabularyAreAnotherSet() {
        assertThat(DEVICE.fromBits(1)).isNotEqualTo(WORKSPACE.fromBits(1));
        assertThat(DEVICE.fromBits(1)).isNotEqualTo(FULL.fromBits(1));
        assertThat(DEVICE.fromBits(1)).isNotEqualTo(DEVICE.fromBits(2)).isNotEqualTo(null);
    }

    @Test
    void listsCannotBeChanged() {
        assertThatThrownBy(() -> DEVICE.all().toList().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> DEVICE.all().names().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> DEVICE.list().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    private static void refusesAll(PermissionSet one, PermissionSet other, String words) {
        List<BiFunction<PermissionSet, PermissionSet, Object>> operations = List.of(
                PermissionSet::union, PermissionSet::intersect, PermissionSet::minus, PermissionSet::containsAll);
        for (BiFunction<PermissionSet, PermissionSet, Object> operation : operations) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> operation.apply(one, other))
                    .withMessageContaining(words);
        }
    }

    /** 64 device permissions, the last one implicit and implied by the first. */
    static Catalogue full() {
        Catalogue.Builder builder = Catalogue.builder().devicePermission("p0", p -> p.implies("p63"));
        IntStream.range(1, 63).forEach(i -> builder.devicePermission("p" + i));
        return builder.devicePermission("p63", p -> p.implicit()).build();
    }
}
