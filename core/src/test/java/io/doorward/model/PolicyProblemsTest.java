package io.doorward.model;

import static io.doorward.permission.DevicePermissions.VIEW;
import static io.doorward.permission.WorkspacePermissions.MEMBERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.doorward.permission.Catalogue;
import io.doorward.permission.LinkMode;
import io.doorward.permission.Permission;
import io.doorward.problem.InvalidPolicyException;
import io.doorward.problem.Problem;
import io.doorward.token.TokenHash;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule that a policy keeps, broken once on an otherwise good policy: one problem, at its place, in one sentence. */
class PolicyProblemsTest {

    private static final TokenHash HASH = TokenHash.ofClearText("one");
    private static final Instant NOON = Instant.parse("2026-07-01T12:00:00Z");

    /** Two workspaces, a user in both, an API user and a device in each, a product, a team, an organization. */
    private static PolicyBuilder good() {
        return Policy.builder()
                .user("ann", user -> user.email("ann@example.com").token(HASH))
                .user("bob")
                .organization("acme", organization -> organization.owner("ann"))
                .workspace("north", workspace -> fill(workspace, "n").organization("acme"))
                .workspace("south", workspace -> fill(workspace, "s"));
    }

    private static WorkspaceBuilder fill(WorkspaceBuilder workspace, String prefix) {
        return workspace
                .slug(prefix)
                .product(prefix + "-product")
                .device(prefix + "-device", device -> device.product(prefix + "-product"))
                .apiUser(prefix + "-api")
                .member("ann", member -> member.device(prefix + "-device", VIEW))
                .team("team", team -> team.member("ann"));
    }

    static Stream<Arguments> everyRule() {
        String tooLong = "x".repeat(257);
        return Stream.of(
                rule("two users of one id", p -> p.user("ann"), "The user \"ann\" has the id of the user \"ann\""),
                rule(
                        "a link with a user's id",
                        p -> p.publicLink("bob", l -> l.device("n-device").mode(LinkMode.READ)),
                        "The public link \"bob\" has the id of the user \"bob\""),
                rule(
                        "an API user with a user's id",
                        p -> p.workspace("w", w -> w.apiUser("bob")),
                        "The API user \"bob\" of workspace \"w\" has the id of the user \"bob\""),
                rule(
                        "an API user in two workspaces",
                        p -> p.workspace("w", w -> w.apiUser("n-api")),
                        "has the id of the API user \"n-api\" of workspace \"north\""),
                rule("an empty id", p -> p.user(""), "The principal id \"\" is empty"),
                rule("an over-long id", p -> p.user(tooLong), "is longer than 256 bytes"),
                rule("256 characters of two bytes", p -> p.user("é".repeat(256)), "is longer than 256 bytes"),
                rule("a control character", p -> p.user("a\u0007b"), "has a control character at position 2"),
                rule("an unpaired surrogate", p -> p.user("a\uD800"), "has an unpaired surrogate at position 2"),
                rule(
                        "one e-mail address twice",
                        p -> p.user("eve", u -> u.email("ann@example.com")),
                        "which another user has already"),
                rule(
                        "one hash twice",
                        p -> p.user("eve", u -> u.token(HASH)),
                        "has a hash that another token or code of the policy has already"),
                rule(
                        "a code that is a token",
                        p -> p.workspace("w", w -> w.device("d").offer("d", HASH, o -> {})),
                        "has a hash that another token or code of the policy has already"),
                rule("a name too long", p -> p.user("eve", u -> u.name(tooLong)), "The name of the user \"eve\""),
                rule(
                        "an empty slug",
                        p -> p.workspace("w", w -> w.slug("")),
                        "The slug of the workspace \"w\" is empty"),
                rule("one slug twice", p -> p.workspace("w", w -> w.slug("n")), "slugs are unique"),
                rule(
                        "two workspaces of one id",
                        p -> p.workspace("north", w -> {}),
                        "The workspace \"north\" stands twice"),
                rule(
                        "two organizations of one id",
                        p -> p.organization("acme", o -> o.owner("bob")),
                        "The organization \"acme\" stands twice"),
                rule("no owner", p -> p.organization("o", o -> {}), "The organization \"o\" has no owner"),
                rule("an owner unknown", p -> p.organization("o", o -> o.owner("eve")), "is not in the policy"),
                rule(
                        "an API user as owner",
                        p -> p.organization("o", o -> o.owner("n-api")),
                        "is no user but the API user \"n-api\" of workspace \"north\""),
                rule(
                        "one admin twice",
                        p -> p.organization(
                                "o", o -> o.owner("ann").admin("bob").admin("bob")),
                        "The admin \"bob\" of organization \"o\" stands twice"),
                rule(
                        "an organization unknown",
                        p -> p.workspace("w", w -> w.organization("none")),
                        "belongs to organization \"none\", which does not exist"),
                rule(
                        "one device twice",
                        p -> p.workspace("w", w -> w.device("n-device")),
                        "is a device of workspace \"north\" already"),
                rule(
                        "a product of another workspace",
                        p -> p.workspace("w", w -> w.device("d", d -> d.product("n-product"))),
                        "is of product \"n-product\", which the workspace does not have"),
                rule(
                        "one product twice",
                        p -> p.workspace("w", w -> w.product("x").product("x")),
                        "The product \"x\" of workspace \"w\" stands twice"),
                rule(
                        "a claim on nothing",
                        p -> p.workspace("w", w -> w.claim("none")),
                        "names a device that does not exist"),
                rule(
                        "a claim on a device of its own",
                        p -> p.workspace("w", w -> w.device("d").claim("d")),
                        "names a device of that same workspace"),
                rule(
                        "one claim twice",
                        p -> p.workspace("w", w -> w.claim("n-device").claim("n-device")),
                        "The claim on device \"n-device\" of workspace \"w\" stands twice"),
                rule(
                        "an offer of a device of others",
                        p -> p.workspace("w", w -> w.offer("n-device", TokenHash.ofClearText("c"), o -> {})),
                        "names a device that the workspace does not own"),
                rule(
                        "an offer opened by a stranger",
                        p -> p.workspace("w", w -> w.device("d")
                                .offer("d", TokenHash.ofClearText("c"), o -> o.openedBy("n-api"))),
                        "names \"n-api\", the API user \"n-api\" of workspace \"north\", which cannot have opened"),
                rule(
                        "a member unknown",
                        p -> p.workspace("w", w -> w.member("eve")),
                        "names the principal \"eve\", which does not exist"),
                rule(
                        "an API user as a member elsewhere",
                        p -> p.workspace("w", w -> w.member("n-api")),
                        "which is no member of this workspace"),
                rule(
                        "one member twice",
                        p -> p.workspace("w", w -> w.member("ann").member("ann")),
                        "The member \"ann\" of workspace \"w\" stands twice"),
                rule(
                        "a grant on a device that is not present",
                        p -> p.workspace("w", w -> w.member("ann", m -> m.device("n-device", VIEW))),
                        "which is not present in the workspace"),
                rule(
                        "a grant on a product of others",
                        p -> p.workspace("w", w -> w.member("ann", m -> m.product("n-product", VIEW))),
                        "which the workspace does not have"),
                rule(
                        "one grant twice",
                        p -> p.workspace("w", w -> w.device("d")
                                .member("ann", m -> m.device("d", VIEW).device("d"))),
                        "The grant on device \"d\" of member \"ann\" of workspace \"w\" stands twice"),
                rule(
                        "two all-devices grants",
                        p -> p.workspace(
                                "w", w -> w.member("ann", m -> m.allDevices().allDevices(VIEW))),
                        "has two all-devices grants"),
                rule(
                        "a workspace permission on a device",
                        p -> p.workspace("w", w -> w.member("ann", m -> m.allDevices(MEMBERS))),
                        "names the workspace permission \"members\" where only device permissions can stand"),
                rule(
                        "a permission unknown",
                        p -> p.workspace("w", w -> w.member("ann", m -> m.permissions(Permission.workspace("fly")))),
                        "names the workspace permission \"fly\", which the catalogue does not have"),
                rule(
                        "one permission twice",
                        p -> p.workspace("w", w -> w.member("ann", m -> m.permissions(MEMBERS, MEMBERS))),
                        "names the workspace permission \"members\" twice"),
                rule(
                        "a team member without a membership",
                        p -> p.workspace("w", w -> w.team("t", t -> t.member("bob"))),
                        "is a user without a membership in the workspace"),
                rule(
                        "one team member twice",
                        p -> p.workspace("w", w -> w.member("bob")
                                .team("t", t -> t.member("bob").member("bob"))),
                        "The team member \"bob\" of team \"t\" of workspace \"w\" stands twice"),
                rule(
                        "one team twice",
                        p -> p.workspace("w", w -> w.team("t", t -> {}).team("t", t -> {})),
                        "The team \"t\" of workspace \"w\" stands twice"),
                rule(
                        "an inner team unknown",
                        p -> p.workspace("w", w -> w.team("t", t -> t.team("none"))),
                        "contains team \"none\", which the workspace does not have"),
                rule(
                        "a team in itself",
                        p -> p.workspace("w", w -> w.team("t", t -> t.team("t"))),
                        "contains itself (\"t\" > \"t\")"),
                rule(
                        "a circle of teams",
                        p -> p.workspace("w", w -> w.team("a", t -> t.team("b"))
                                .team("b", t -> t.team("c"))
                                .team("c", t -> t.team("a"))),
                        "contains itself (\"a\" > \"b\" > \"c\" > \"a\")"),
                rule(
                        "one invite twice",
                        p -> p.workspace("w", w -> w.invite("x@y", i -> {}).invite("x@y", i -> {})),
                        "The invite \"x@y\" of workspace \"w\" stands twice"),
                rule(
                        "a window that never opens",
                        p -> p.workspace(
                                "w", w -> w.member("ann", m -> m.notBefore(NOON).expiresAt(NOON))),
                        "The window of the member \"ann\" of workspace \"w\" holds at no instant"),
                rule(
                        "a year beyond 9999",
                        p -> p.workspace("w", w -> w.member("ann", m -> m.expiresAt(Instant.MAX))),
                        "must lie in the years 0001 to 9999"),
                rule(
                        "a link to nothing",
                        p -> p.publicLink("l", l -> l.device("none").mode(LinkMode.READ)),
                        "does not exist"),
                rule("a link without a device", p -> p.publicLink("l", l -> l.mode(LinkMode.READ)), "names no device"),
                rule("a link without a mode", p -> p.publicLink("l", l -> l.device("n-device")), "has no mode"));
    }

    private static Arguments rule(String name, Consumer<PolicyBuilder> breaking, String sentence) {
        return Arguments.of(name, breaking, sentence);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void everyRule(String name, Consumer<PolicyBuilder> breaking, String sentence) {
        PolicyBuilder builder = good();
        breaking.accept(builder);
        List<Problem> problems = problemsOf(builder);
        assertThat(problems).as(name).hasSize(1);
        Problem problem = problems.get(0);
        assertThat(problem.message()).contains(sentence).endsWith(".").doesNotContain("\n");
        assertThat(problem.place()).isNotEmpty();
    }

    @Test
    void theGoodPolicyIsGood() {
        assertThat(good().build().workspaces()).hasSize(2);
    }

    @Test
    void allProblemsAreNamedAtOnceEachAtItsPlace() {
        PolicyBuilder builder = good();
        builder.user("");
        builder.workspace("w", w -> w.at(() -> "line 7").slug("n").member("eve", m -> m.at(() -> "line 9")));
        assertThat(problemsOf(builder)).extracting(Problem::place).containsExactly("user", "line 7", "line 9");
    }

    @Test
    void aLinkNeedsACatalogueWithItsMode() {
        PolicyBuilder builder = Policy.builder()
                .catalogue(catalogue -> catalogue.publicLinks(LinkMode.READ))
                .workspace("w", w -> w.device("d"))
                .publicLink("l", l -> l.device("d").mode(LinkMode.WRITE));
        assertThat(problemsOf(builder)).singleElement().asString().contains("has the mode WRITE");
    }

    @Test
    void problemsOfTheCatalogueComeWithThoseOfThePolicy() {
        PolicyBuilder builder = Policy.builder()
                .catalogue(catalogue -> catalogue.devicePermission("a", p -> p.implies("none")))
                .workspace("w", w -> w.member("eve"));
        assertThat(problemsOf(builder)).hasSize(2);
    }

    @Test
    void aFloodOfProblemsIsCutOff() {
        PolicyBuilder builder = Policy.builder();
        for (int i = 0; i < 20_000; i++) {
            builder.user("");
        }
        assertThat(problemsOf(builder)).hasSize(10_001);
    }

    @Test
    void teamsNestedTenThousandDeepAreNoCircleAndNoOverflow() {
        Policy policy = Policy.builder()
                .workspace("w", w -> {
                    for (int i = 0; i < 10_000; i++) {
                        int inner = i + 1;
                        w.team("t" + i, t -> t.team("t" + inner));
                    }
                    w.team("t10000", t -> {});
                })
                .build();
        assertThat(policy.workspaces().get(new WorkspaceId("w"))).isNotNull();
    }

    @Test
    void whatABuilderGaveIsEqualHoweverItWasOrdered() {
        Policy one = Policy.builder()
                .user("a")
                .user("b")
                .workspace("w", w -> w.device("x").device("y"))
                .build();
        Policy two = Policy.builder()
                .workspace("w", w -> w.device("y").device("x"))
                .user("b")
                .user("a")
                .build();
        assertThat(one).isEqualTo(two).hasSameHashCodeAs(two);
        assertThat(one).isNotEqualTo(good().build());
    }

    @Test
    void anEqualCatalogueMakesAnEqualPolicy() {
        assertThat(Policy.builder().catalogue(Catalogue.builder().build()).build())
                .isEqualTo(Policy.builder().catalogue(c -> {}).build())
                .isNotEqualTo(Policy.builder().build());
    }

    @Test
    void idsSortByCodePointNotByUtf16() {
        String emoji = "\uD83D\uDE00";
        String fullWidth = "\uFF21";
        assertThat(Stream.of(new DeviceId(emoji), new DeviceId(fullWidth)).sorted())
                .containsExactly(new DeviceId(fullWidth), new DeviceId(emoji));
    }

    private static List<Problem> problemsOf(PolicyBuilder builder) {
        return catchThrowableOfType(InvalidPolicyException.class, builder::build)
                .problems();
    }
}
