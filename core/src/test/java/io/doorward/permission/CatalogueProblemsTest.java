package io.doorward.permission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.doorward.problem.InvalidPolicyException;
import io.doorward.problem.Place;
import io.doorward.problem.Problem;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Every rule of a catalogue, broken. */
class CatalogueProblemsTest {

    private static final Place NEVER_ASKED = () -> {
        throw new AssertionError("the place of a row without a problem was rendered");
    };

    @Test
    void aSixtyFifthPermissionIsRefusedWithItsName() {
        Catalogue.Builder builder = Catalogue.builder();
        IntStream.range(0, 65).forEach(i -> builder.workspacePermission("p" + i));

        assertThat(problems(builder))
                .containsExactly(new Problem(
                        "workspace permission \"p64\"",
                        "The workspace permission \"p64\" is number 65 of its scope, which has room for 64;"
                                + " remove one that nobody needs."));
    }

    @Test
    void sixtyFourPermissionsFitInEachScope() {
        Catalogue.Builder builder = Catalogue.builder();
        IntStream.range(0, 64).forEach(i -> builder.devicePermission("p" + i)
                .workspacePermission("p" + i)
                .organizationPermission("p" + i));

        assertThat(builder.build()).hasToString("catalogue of 192 permissions and 0 actions");
    }

    @Test
    void aPermissionListedTwiceIsRefusedAndOneOfTwoScopesIsNot() {
        assertThat(problems(Catalogue.builder()
                        .devicePermission("a")
                        .devicePermission("b")
                        .devicePermission("a")))
                .containsExactly(new Problem(
                        "device permission \"a\"", "The device permission \"a\" is already listed; list it once."));
        assertThat(Catalogue.builder()
                        .devicePermission("a")
                        .workspacePermission("a")
                        .build())
                .isNotNull();
    }

    @Test
    void aNameOutsideTheAlphabetIsRefused() {
        assertThat(problems(Catalogue.builder().devicePermission("live video").workspaceAction("", a -> {})))
                .containsExactly(
                        new Problem(
                                "device permission \"live video\"",
                                "The permission name \"live video\" is not legal; give it 1 to 64 characters of a-z A-Z 0-9 _ . : -."),
                        new Problem(
                                "action \"\"",
                                "The action name \"\" is not legal; give it 1 to 64 characters of a-z A-Z 0-9 _ . : -."));
    }

    @Test
    void everyCharacterOfTheAlphabetIsLegalAndNoOtherOne() {
        String alphabet = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.:-";
        for (char c = 0; c < 256; c++) {
            assertThat(Names.isLegal("a" + c)).as("character %d", (int) c).isEqualTo(alphabet.indexOf(c) >= 0);
        }
        assertThat(Names.isLegal("a".repeat(64))).isTrue();
        assertThat(Names.isLegal("a".repeat(65))).isFalse();
    }

    @Test
    void anImplicationOfNothingIsRefused() {
        assertThat(problems(Catalogue.builder().workspacePermission("b").devicePermission("a", p -> p.implies("b"))))
                .containsExactly(new Problem(
                        "device permission \"a\"",
                        "The device permission \"a\" implies the device permission \"b\", which this catalogue lacks;"
                                + " correct the name or add the permission."));
    }

    @Test
    void aNeedOfNothingIsRefusedInEachScope() {
        assertThat(problems(Catalogue.builder()
                        .deviceAction("d", a -> a.device("x").workspace("y"))
                        .workspaceAction("w", a -> a.workspace("y"))
                        .organizationAction("o", a -> a.organization("z"))))
                .extracting(Problem::message)
                .containsExactly(
                        "The action \"d\" takes the device permission \"x\", which this catalogue lacks;"
                                + " correct the name or add the permission.",
                        "The action \"d\" takes the workspace permission \"y\", which this catalogue lacks;"
                                + " correct the name or add the permission.",
                        "The action \"w\" takes the workspace permission \"y\", which this catalogue lacks;"
                                + " correct the name or add the permission.",
                        "The action \"o\" takes the organization permission \"z\", which this catalogue lacks;"
                                + " correct the name or add the permission.");
    }

    @Test
    void aCeilingOrLinkModeOfNothingIsRefused() {
        assertThat(problems(Catalogue.builder()
                        .defaultCeiling("view")
                        .publicLinks(LinkMode.WRITE, List.of("view"), () -> "line 4, column 2")))
                .containsExactly(
                        new Problem(
                                "default ceiling",
                                "The default ceiling names the device permission \"view\", which this catalogue lacks;"
                                        + " correct the name or add the permission."),
                        new Problem(
                                "line 4, column 2",
                                "The link mode WRITE names the device permission \"view\", which this catalogue lacks;"
                                        + " correct the name or add the permission."));
    }

    @Test
    void aPermissionTwiceInAListIsRefusedOnceForEachList() {
        assertThat(problems(Catalogue.builder()
                        .devicePermission("a")
                        .devicePermission("b", p -> p.implies("a", "a", "a"))
                        .defaultCeiling("a", "a")
                        .publicLinks(LinkMode.READ, "a", "a")
                        .deviceAction("x", action -> action.device("a").device("a"))))
                .extracting(Problem::toString)
                .containsExactly(
                        "device permission \"b\": The device permission \"b\" implies the device permission \"a\" more than once;"
                                + " name it once.",
                        "default ceiling: The default ceiling names the device permission \"a\" more than once; name it once.",
                        "public links READ: The link mode READ names the device permission \"a\" more than once; name it once.",
                        "action \"x\": The action \"x\" takes the device permission \"a\" more than once; name it once.");
    }

    @Test
    void aCeilingOrLinkModeSetTwiceIsRefused() {
        assertThat(problems(Catalogue.builder()
                        .defaultCeiling()
                        .defaultCeiling()
                        .publicLinks(LinkMode.READ)
                        .publicLinks(LinkMode.READ)))
                .extracting(Problem::message)
                .containsExactly(
                        "The default ceiling is already set; set it once.",
                        "The link mode READ is already set; set it once.");
    }

    @Test
    void anActionListedTwiceIsRefusedWhateverItsScope() {
        assertThat(problems(Catalogue.builder().workspaceAction("x", a -> {}).organizationAction("x", a -> {})))
                .containsExactly(new Problem("action \"x\"", "The action \"x\" is already listed; list it once."));
    }

    @Test
    void onlyADevicePermissionCanBeImplicit() {
        assertThat(problems(Catalogue.builder()
                        .workspacePermission("w", p -> p.implicit())
                        .organizationPermission("o", p -> p.implicit())))
                .extracting(Problem::message)
                .containsExactly(
                        "The workspace permission \"w\" is implicit, which only a device permission can be; remove that mark.",
                        "The organization permission \"o\" is implicit, which only a device permission can be; remove that mark.");
    }

    @Test
    void aPermissionThatImpliesItselfIsACircle() {
        assertThat(problems(Catalogue.builder().devicePermission("a", p -> p.implies("a"))))
                .containsExactly(
                        new Problem(
                                "device permission \"a\"",
                                "The implications of device permissions form a circle, \"a\" implies \"a\"; remove one of them."));
    }

    @Test
    void aCircleIsNamedFromItsFirstPermissionWithoutWhatOnlyLeadsToIt() {
        assertThat(problems(Catalogue.builder()
                        .workspacePermission("in", p -> p.implies("b"))
                        .workspacePermission("a", p -> p.implies("b", "out"))
                        .workspacePermission("b", p -> p.implies("c"))
                        .workspacePermission("c", p -> p.implies("a"))
                        .workspacePermission("out")))
                .containsExactly(new Problem(
                        "workspace permission \"a\"",
                        "The implications of workspace permissions form a circle, \"a\" implies \"b\" implies \"c\" implies \"a\";"
                                + " remove one of them."));
    }

    @Test
    void ofSeveralCirclesThroughAPermissionTheShortestIsNamed() {
        assertThat(problems(Catalogue.builder()
                        .devicePermission("a", p -> p.implies("b", "c"))
                        .devicePermission("b", p -> p.implies("c"))
                        .devicePermission("c", p -> p.implies("a"))))
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .contains("\"a\" implies \"c\" implies \"a\"");
    }

    @Test
    void everyCircleIsNamed() {
        assertThat(problems(Catalogue.builder()
                        .devicePermission("a", p -> p.implies("b"))
                        .devicePermission("b", p -> p.implies("a"))
                        .devicePermission("c", p -> p.implies("d"))
                        .devicePermission("d", p -> p.implies("c"))
                        .organizationPermission("a", p -> p.implies("a"))))
                .extracting(Problem::place)
                .containsExactly("device permission \"a\"", "device permission \"c\"", "organization permission \"a\"");
    }

    @Test
    void aCircleThroughBit63IsFound() {
        Catalogue.Builder builder = Catalogue.builder().devicePermission("p0", p -> p.implies("p63"));
        IntStream.range(1, 63).forEach(i -> builder.devicePermission("p" + i));

        assertThat(problems(builder.devicePermission("p63", p -> p.implies("p0"))))
                .singleElement()
                .extracting(Problem::message)
                .asString()
                .contains("\"p0\" implies \"p63\" implies \"p0\"");
    }

    @Test
    void aDiamondIsNoCircle() {
        Catalogue catalogue = Catalogue.builder()
                .devicePermission("top", p -> p.implies("left", "right"))
                .devicePermission("left", p -> p.implies("bottom"))
                .devicePermission("right", p -> p.implies("bottom"))
                .devicePermission("bottom")
                .build();

        assertThat(catalogue.device().named(List.of("top")).closed())
                .isEqualTo(catalogue.device().all());
    }

    @Test
    void allProblemsAreReportedAtOnceAndAtTheirPlaces() {
        Catalogue.Builder builder = Catalogue.builder()
                .organizationAction("o", a -> a.organization("none").at(() -> "line 9"))
                .workspaceAction("w", a -> a.workspace("none").at(() -> "line 8"))
                .deviceAction("d", a -> a.device("none").at(() -> "line 7"))
                .publicLinks(LinkMode.WRITE, List.of("none"), () -> "line 6")
                .publicLinks(LinkMode.READ, List.of("none"), () -> "line 5")
                .defaultCeiling(List.of("none"), () -> "line 4")
                .organizationPermission("a", p -> p.implicit().at(() -> "line 3"))
                .workspacePermission("a", p -> p.implies("a").at(() -> "line 2"))
                .devicePermission("a", p -> p.implies("none").at(() -> "line 1"));

        assertThat(problems(builder))
                .extracting(Problem::place)
                .containsExactly(
                        "line 1", "line 2", "line 3", "line 4", "line 5", "line 6", "line 9", "line 8", "line 7");
    }

    @Test
    void aPlaceIsRenderedOnlyForAProblem() {
        Catalogue catalogue = Catalogue.builder()
                .devicePermission("a", p -> p.at(NEVER_ASKED))
                .defaultCeiling(List.of("a"), NEVER_ASKED)
                .publicLinks(LinkMode.READ, List.of("a"), NEVER_ASKED)
                .deviceAction("x", a -> a.device("a").at(NEVER_ASKED))
                .build();

        assertThat(catalogue.actions()).hasSize(1);
    }

    @Test
    void aNameIsShownOnOneLine() {
        assertThat(problems(Catalogue.builder().devicePermission("a\nDENY b")))
                .singleElement()
                .extracting(Problem::toString)
                .asString()
                .doesNotContain("\n");
    }

    @Test
    void nullIsRefusedAtOnce() {
        Catalogue.Builder builder = Catalogue.builder();
        assertThatNullPointerException().isThrownBy(() -> builder.devicePermission(null));
        assertThatNullPointerException().isThrownBy(() -> builder.deviceAction(null, a -> {}));
        assertThatNullPointerException().isThrownBy(() -> builder.publicLinks(null, "a"));
        assertThatNullPointerException().isThrownBy(() -> builder.defaultCeiling(Arrays.asList("a", null), null));
        assertThatNullPointerException()
                .isThrownBy(() -> builder.devicePermission("a", p -> p.implies(Arrays.asList("b", null))));
    }

    private static List<Problem> problems(Catalogue.Builder builder) {
        InvalidPolicyException exception = catchThrowableOfType(InvalidPolicyException.class, builder::build);
        assertThat(exception).as("a refusal").isNotNull();
        return exception.problems();
    }
}
