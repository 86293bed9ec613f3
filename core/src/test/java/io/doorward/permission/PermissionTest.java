package io.doorward.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PermissionTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "view",
                "Z9_.:-",
                "0",
                "-",
                "0123456789012345678901234567890123456789012345678901234567890123"
            })
    void aNameOf1To64CharactersOfTheAlphabetIsLegal(String name) {
        assertThat(Permission.device(name)).hasToString(name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "view ",
                "vi ew",
                "*",
                "a/b",
                "é",
                "view\n",
                "\uff41",
                "\u0660",
                "view\ud800",
                "01234567890123456789012345678901234567890123456789012345678901234"
            })
    void anyOtherNameIsRefusedWithTheAlphabet(String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Permission.workspace(name))
                .withMessageContaining("a-z A-Z 0-9 _ . : -")
                .withMessageNotContaining("\n");
    }

    @Test
    void permissionsOfTwoScopesAreTwo() {
        assertThat(Permission.workspace("members")).isNotEqualTo(Permission.organization("members"));
        assertThat(Permission.workspace("members")).isEqualTo(new Permission(Scope.WORKSPACE, "members"));
    }

    @Test
    void neitherPartMayBeNull() {
        assertThatNullPointerException().isThrownBy(() -> new Permission(null, "view"));
        assertThatNullPointerException().isThrownBy(() -> new Permission(Scope.DEVICE, null));
    }

    @Test
    void aScopeIsFoundByItsExactWord() {
        for (Scope scope : Scope.values()) {
            assertThat(Scope.find(scope.word())).contains(scope);
        }
        assertThat(Scope.ORGANIZATION.word()).isEqualTo("organization");
        assertThat(Scope.WORKSPACE.word()).isEqualTo("workspace");
        assertThat(Scope.DEVICE.word()).isEqualTo("device");
        assertThat(Scope.find("Device")).isEmpty();
        assertThat(Scope.find("")).isEmpty();
    }
}
