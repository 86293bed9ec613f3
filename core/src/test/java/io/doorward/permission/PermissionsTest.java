package io.doorward.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PermissionsTest {

    private static final Permissions DEVICE = Catalogue.defaults().device();

    @Test
    void aPermissionIsFoundByItsExactName() {
        assertThat(DEVICE.find("view")).contains(DevicePermissions.VIEW);
        assertThat(DEVICE.find("View")).isEmpty();
        assertThat(DEVICE.find("*")).isEmpty();
        assertThat(DEVICE.find("rules")).isEmpty();
    }

    @Test
    void aSetIsMadeOfPermissionsOfNamesOrOfBits() {
        PermissionSet set = DEVICE.of(DevicePermissions.VIEW, DevicePermissions.EDIT_PRODUCT);

        assertThat(DEVICE.of(List.of(DevicePermissions.EDIT_PRODUCT, DevicePermissions.VIEW)))
                .isEqualTo(set);
        assertThat(DEVICE.named(List.of("view", "edit_product", "view"))).isEqualTo(set);
        assertThat(DEVICE.fromBits(0b101)).isEqualTo(set);
        assertThat(DEVICE.of()).isEqualTo(DEVICE.none());
        assertThat(DEVICE.fromBits(0b1111)).isEqualTo(DEVICE.all());
    }

    @Test
    void anUnknownPermissionIsRefusedWithItsNameAndScope() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEVICE.of(Permission.device("live_video")))
                .withMessageContaining("no device permission \"live_video\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEVICE.named(List.of("view", "members")))
                .withMessageContaining("no device permission \"members\"");
    }

    @Test
    void aPermissionOfAnotherScopeIsRefusedEvenIfTheNameExists() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Catalogue.defaults().workspace().of(OrganizationPermissions.MEMBERS))
                .withMessageContaining("organization permission \"members\"")
                .withMessageContaining("set of workspace permissions");
    }

    @Test
    void aBitBeyondTheLastPermissionIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEVICE.fromBits(0b10000))
                .withMessageContaining("Bit 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEVICE.fromBits(-1))
                .withMessageContaining("Bit 4");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DEVICE.fromBits(Long.MIN_VALUE))
                .withMessageContaining("Bit 63");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Catalogue.builder().build().device().fromBits(1))
                .withMessageContaining("Bit 0");
    }

    @Test
    void whatAPermissionIsWrittenToImplyIsKeptApartFromWhatFollows() {
        Permissions device = Catalogue.builder()
                .devicePermission("a", p -> p.implies("b"))
                .devicePermission("b", p -> p.implies("c"))
                .devicePermission("c")
                .build()
                .device();

        assertThat(device.implied(Permission.device("a")).names()).containsExactly("b");
        assertThat(device.of(Permission.device("a")).closed().names()).containsExactly("a", "b", "c");
        assertThat(device.implied(Permission.device("c")).isEmpty()).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> device.implied(Permission.device("d")));
        assertThatIllegalArgumentException().isThrownBy(() -> device.implied(Permission.workspace("a")));
    }

    @Test
    void vocabulariesAreEqualByContent() {
        Permissions one =
                device(b -> b.devicePermission("a", p -> p.implies("b")).devicePermission("b"));

        assertThat(device(b -> b.devicePermission("a", p -> p.implies("b")).devicePermission("b")))
                .isEqualTo(one)
                .hasSameHashCodeAs(one);
        assertThat(device(b -> b.devicePermission("b").devicePermission("a", p -> p.implies("b"))))
                .as("another order is another meaning of the bits")
                .isNotEqualTo(one);
        assertThat(device(b -> b.devicePermission("a").devicePermission("b"))).isNotEqualTo(one);
        assertThat(device(b -> b.devicePermission("a", p -> p.implies("b")).devicePermission("b", p -> p.implicit())))
                .isNotEqualTo(one);
        assertThat(device(b -> b.devicePermission("a", p -> p.implies("b"))
                        .devicePermission("b")
                        .devicePermission("c")))
                .isNotEqualTo(one);
        assertThat(Catalogue.builder().build().device())
                .isNotEqualTo(Catalogue.builder().build().workspace());
    }

    @Test
    void aVocabularyPrintsItsScopeAndNames() {
        assertThat(DEVICE).hasToString("device permissions [view, edit_basics, edit_product, record_measurements]");
    }

    private static Permissions device(Consumer<Catalogue.Builder> rows) {
        Catalogue.Builder builder = Catalogue.builder();
        rows.accept(builder);
        return builder.build().device();
    }
}
