package io.doorward.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogueTest {

    @Test
    void aCatalogueOfNothingIsLegal() {
        Catalogue empty = Catalogue.builder().build();

        assertThat(empty.actions()).isEmpty();
        for (Scope scope : Scope.values()) {
            assertThat(empty.permissions(scope).size()).isZero();
            assertThat(empty.permissions(scope).all())
                    .isEqualTo(empty.permissions(scope).none());
        }
        assertThat(empty.defaultCeiling().isEmpty()).isTrue();
        assertThat(empty.linkMode(LinkMode.READ)).isEmpty();
        assertThat(empty.linkMode(LinkMode.WRITE)).isEmpty();
    }

    @Test
    void withoutADefaultCeilingClaimsAreCappedByNothing() {
        Catalogue catalogue =
                Catalogue.builder().devicePermission("a").devicePermission("b").build();

        assertThat(catalogue.defaultCeiling()).isEqualTo(catalogue.device().all());
    }

    @Test
    void anEmptyCeilingDiffersFromNone() {
        Catalogue catalogue =
                Catalogue.builder().devicePermission("a").defaultCeiling().build();

        assertThat(catalogue.defaultCeiling().isEmpty()).isTrue();
    }

    @Test
    void aModeThatIsNotSetHasNoLinksAndAnEmptyOneHas() {
        Catalogue catalogue = Catalogue.builder()
                .devicePermission("a", p -> p.implicit())
                .publicLinks(LinkMode.READ)
                .build();

        assertThat(catalogue.linkMode(LinkMode.READ)).hasValueSatisfying(mode -> {
            assertThat(mode.isEmpty()).isTrue();
            assertThat(mode.asGrant().names()).containsExactly("a");
        });
        assertThat(catalogue.linkMode(LinkMode.WRITE)).isEmpty();
    }

    @Test
    void permissionsOfAnActionAreKeptByScope() {
        Catalogue catalogue = cameras().build();
        Action watch = catalogue.action("camera.watch").orElseThrow();
        Action remove = catalogue.action("camera.remove").orElseThrow();
        Action sell = catalogue.action("company.sell").orElseThrow();

        assertThat(watch.scope()).contains(Scope.DEVICE);
        assertThat(watch.devicePermissions().names()).containsExactly("live_video");
        assertThat(watch.workspacePermissions()).isEqualTo(catalogue.workspace().none());
        assertThat(watch.organizationPermissions())
                .isEqualTo(catalogue.organization().none());
        assertThat(watch.owningWorkspaceOnly()).isFalse();
        assertThat(remove.workspacePermissions().names()).containsExactly("staff");
        assertThat(remove.owningWorkspaceOnly()).isTrue();
        assertThat(sell.scope()).contains(Scope.ORGANIZATION);
        assertThat(sell.organizationPermissions().names()).containsExactly("billing");
        assertThat(sell.ownerOnly()).isTrue();
        assertThat(catalogue.actions())
                .extracting(Action::name)
                .containsExactly("camera.watch", "camera.remove", "site.enter", "company.sell");
        assertThat(catalogue.actions())
                .allSatisfy(action -> assertThat(action.definedBy()).isSameAs(catalogue));
        assertThat(catalogue.action("camera")).isEmpty();
    }

    @Test
    void rowsMayReferToRowsThatFollow() {
        Catalogue catalogue = Catalogue.builder()
                .deviceAction("x", a -> a.device("late"))
                .defaultCeiling("late")
                .devicePermission("early", p -> p.implies("late"))
                .devicePermission("late")
                .build();

        assertThat(catalogue.action("x")).isPresent();
        assertThat(catalogue.device().named(List.of("early")).closed())
                .isEqualTo(catalogue.device().all());
    }

    @Test
    void listsOfNamesDoWhatNamesDo() {
        assertThat(Catalogue.builder()
                        .devicePermission("live_video", p -> p.implicit())
                        .devicePermission("recorded_video", p -> p.implies(List.of("live_video")))
                        .workspacePermission("staff")
                        .organizationPermission("billing")
                        .defaultCeiling(List.of("live_video"), null)
                        .publicLinks(LinkMode.READ, List.of("live_video"), null)
                        .deviceAction("camera.watch", a -> a.device(List.of("live_video")))
                        .deviceAction("camera.remove", a -> a.workspace(List.of("staff"))
                                .owningWorkspaceOnly())
                        .workspaceAction("site.enter", a -> a.workspace(List.of()))
                        .organizationAction("company.sell", a -> a.organization(List.of("billing"))
                                .ownerOnly())
                        .build())
                .isEqualTo(cameras().build());
    }

    @Test
    void cataloguesAreEqualByContent() {
        Catalogue catalogue = cameras().build();

        assertThat(cameras().build()).isEqualTo(catalogue).hasSameHashCodeAs(catalogue);
        assertThat(cameras().devicePermission("more").build()).isNotEqualTo(catalogue);
        assertThat(cameras().workspacePermission("more").build()).isNotEqualTo(catalogue);
        assertThat(cameras().organizationPermission("more").build()).isNotEqualTo(catalogue);
        assertThat(cameras().publicLinks(LinkMode.WRITE).build()).isNotEqualTo(catalogue);
        assertThat(cameras().workspaceAction("more", a -> {}).build()).isNotEqualTo(catalogue);
        assertThat(catalogue).isNotEqualTo(null);
    }

    @Test
    void theOrderOfActionsIsPartOfACatalogue() {
        assertThat(Catalogue.builder()
                        .workspaceAction("a", a -> {})
                        .workspaceAction("b", a -> {})
                        .build())
                .isNotEqualTo(Catalogue.builder()
                        .workspaceAction("b", a -> {})
                        .workspaceAction("a", a -> {})
                        .build());
    }

    @Test
    void aDefaultCeilingThatSaysAllIsTheSameAsNone() {
        assertThat(Catalogue.builder().devicePermission("a").defaultCeiling("a").build())
                .isEqualTo(Catalogue.builder().devicePermission("a").build());
        assertThat(Catalogue.builder().devicePermission("a").defaultCeiling().build())
                .isNotEqualTo(Catalogue.builder().devicePermission("a").build());
    }

    @Test
    void aBuilderUsedOnDoesNotChangeWhatItBuilt() {
        Catalogue.Builder builder = cameras();
        Catalogue before = builder.build();
        Catalogue after = builder.devicePermission("more").build();

        assertThat(before).isEqualTo(cameras().build());
        assertThat(after.device().size()).isEqualTo(3);
    }

    @Test
    void theListOfActionsCannotBeChanged() {
        assertThatThrownBy(() -> Catalogue.defaults().actions().clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aCatalogueSaysHowMuchItDefines() {
        assertThat(cameras().build()).hasToString("catalogue of 4 permissions and 4 actions");
    }

    private static Catalogue.Builder cameras() {
        return Catalogue.builder()
                .devicePermission("live_video", p -> p.implicit())
                .devicePermission("recorded_video", p -> p.implies("live_video"))
                .workspacePermission("staff")
                .organizationPermission("billing")
                .defaultCeiling("live_video")
                .publicLinks(LinkMode.READ, "live_video")
                .deviceAction("camera.watch", a -> a.device("live_video"))
                .deviceAction("camera.remove", a -> a.workspace("staff").owningWorkspaceOnly())
                .workspaceAction("site.enter", a -> {})
                .organizationAction(
                        "company.sell", a -> a.organization("billing").ownerOnly());
    }
}
