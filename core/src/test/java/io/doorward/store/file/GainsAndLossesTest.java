package io.doorward.store.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.model.Policy;
import io.doorward.model.PolicyBuilder;
import io.doorward.model.WorkspaceBuilder;
import io.doorward.permission.DevicePermissions;
import io.doorward.permission.LinkMode;
import io.doorward.permission.OrganizationPermissions;
import io.doorward.permission.WorkspacePermissions;
import io.doorward.token.TokenHash;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class GainsAndLossesTest {

    private static final Instant SPRING = Instant.parse("2027-03-20T00:00:00Z");
    private static final Instant AUTUMN = Instant.parse("2027-09-22T12:30:00Z");
    private static final TokenHash ONE = TokenHash.ofClearText("one");
    private static final TokenHash TWO = TokenHash.ofClearText("two");

    @Test
    void nothingIsSaidOfPoliciesThatAreTheSame() {
        assertThat(between(GainsAndLossesTest::everything, GainsAndLossesTest::everything))
                .isEmpty();
    }

    @Test
    void nothingIsSaidOfNamesTagsAndAddresses() {
        assertThat(between(
                        policy -> policy.user("bob", user -> user.name("Bob").email("bob@example.com"))
                                .workspace("plant", w -> w.name("Plant").device("hall-1")),
                        policy -> policy.user("bob", user -> user.name("Robert"))
                                .workspace("plant", w -> w.slug("p").device("hall-1", d -> d.tags("north")))))
                .isEmpty();
    }

    @Test
    void membersGainAndLosePermissionsWithWhatTheseImply() {
        assertThat(plant(
                        w -> w.member("bob", m -> m.device("hall-1", DevicePermissions.RECORD_MEASUREMENTS)
                                .permissions(WorkspacePermissions.RULES)),
                        w -> w.member("bob", m -> m.device("hall-1", DevicePermissions.EDIT_BASICS)
                                .device("hall-2")
                                .product("meter", DevicePermissions.EDIT_PRODUCT)
                                .allDevices()
                                .permissions(WorkspacePermissions.MEMBERS, WorkspacePermissions.DEVICES))))
                .containsExactly(
                        "member \"bob\" of workspace \"plant\" gains members, devices on the workspace",
                        "member \"bob\" of workspace \"plant\" loses rules on the workspace",
                        "member \"bob\" of workspace \"plant\" gains view on all devices",
                        "member \"bob\" of workspace \"plant\" gains view, edit_product on product \"meter\"",
                        "member \"bob\" of workspace \"plant\" gains edit_basics on device \"hall-1\"",
                        "member \"bob\" of workspace \"plant\" loses record_measurements on device \"hall-1\"",
                        "member \"bob\" of workspace \"plant\" gains view on device \"hall-2\"");
    }

    @Test
    void rowsThatComeAndGoAreNamedWithWhatTheyGive() {
        assertThat(plant(
                        w -> w.member("bob", m -> m.device("hall-1", DevicePermissions.VIEW)),
                        w -> w.member("alice", m -> m.permissions(WorkspacePermissions.BASICS)
                                .expiresAt(SPRING))))
                .containsExactly(
                        "member \"alice\" of workspace \"plant\" is new",
                        "member \"alice\" of workspace \"plant\" is valid until 2027-03-20T00:00:00Z",
                        "member \"alice\" of workspace \"plant\" gains basics on the workspace",
                        "member \"bob\" of workspace \"plant\" is gone",
                        "member \"bob\" of workspace \"plant\" loses view on device \"hall-1\"");
    }

    @Test
    void aWorkspaceThatIsGoneIsOneSentence() {
        assertThat(between(GainsAndLossesTest::everything, policy -> people(policy)
                        .organization("acme", o -> o.owner("alice"))))
                .contains("workspace \"plant\" is gone with all that belonged to it")
                .noneMatch(sentence -> sentence.contains("of workspace \"plant\""));
    }

    @Test
    void windowsAreSaidBeforeAndAfter() {
        assertThat(plant(
                        w -> w.member(
                                "bob",
                                m -> m.device(
                                        "hall-1", List.of(DevicePermissions.VIEW), window -> window.expiresAt(SPRING))),
                        w -> w.member("bob", m -> m.notBefore(SPRING)
                                .device("hall-1", List.of(DevicePermissions.VIEW), window -> window.notBefore(SPRING)
                                        .expiresAt(AUTUMN)))))
                .containsExactly(
                        "member \"bob\" of workspace \"plant\" is valid from 2027-03-20T00:00:00Z instead of always",
                        "the grant of member \"bob\" of workspace \"plant\" on device \"hall-1\" is valid from"
                                + " 2027-03-20T00:00:00Z until 2027-09-22T12:30:00Z instead of until 2027-03-20T00:00:00Z");
    }

    @Test
    void teamsSayTheirRightsMembersAndInnerTeams() {
        Consumer<WorkspaceBuilder> members = w -> w.member("alice").member("bob");
        assertThat(plant(
                        members.andThen(w -> w.team("day", t -> t.member("bob"))
                                .team("night", t -> t.member("bob").permissions(WorkspacePermissions.RULES))),
                        members.andThen(w -> w.team("day", t -> t.member("alice")
                                        .member("bob", window -> window.expiresAt(SPRING))
                                        .team("inner")
                                        .allDevices(DevicePermissions.VIEW))
                                .team("inner", t -> {}))))
                .containsExactly(
                        "member \"alice\" of team \"day\" of workspace \"plant\" is new",
                        "member \"bob\" of team \"day\" of workspace \"plant\" is valid until 2027-03-20T00:00:00Z instead of"
                                + " always",
                        "inner team \"inner\" of team \"day\" of workspace \"plant\" is new",
                        "team \"day\" of workspace \"plant\" gains view on all devices",
                        "team \"inner\" of workspace \"plant\" is new",
                        "team \"night\" of workspace \"plant\" is gone",
                        "team \"night\" of workspace \"plant\" loses rules on the workspace");
    }

    @Test
    void usersAndApiUsersSaySuspensionsAndTokensByName() {
        assertThat(between(
                        policy -> policy.user("bob", user -> user.token(ONE, token -> token.name("laptop")))
                                .workspace("plant", w -> w.apiUser("gateway-1", api -> api.token(TWO))),
                        policy -> policy.user("bob", user -> user.suspended(true)
                                        .token(ONE, token -> token.name("laptop")
                                                .expiresAt(AUTUMN)
                                                .revokedAt(SPRING))
                                        .token(TokenHash.ofClearText("three"), token -> token.name("phone")))
                                .workspace(
                                        "plant",
                                        w -> w.apiUser(
                                                "gateway-1", api -> api.permissions(WorkspacePermissions.EXPORTS)))))
                .containsExactly(
                        "user \"bob\" is suspended",
                        "token \"laptop\" of user \"bob\" is valid until 2027-09-22T12:30:00Z instead of always",
                        "token \"laptop\" of user \"bob\" is revoked",
                        "user \"bob\" gains token \"phone\"",
                        "API user \"gateway-1\" of workspace \"plant\" loses a token without a name",
                        "member \"gateway-1\" of workspace \"plant\" is new",
                        "member \"gateway-1\" of workspace \"plant\" gains exports on the workspace");
    }

    @Test
    void claimsOffersAndDevicesSayWhoseTheyAre() {
        assertThat(between(
                        policy -> policy.workspace("plant", w -> w.product("meter")
                                        .device("hall-1")
                                        .device("hall-2")
                                        .device("hall-3")
                                        .offer("hall-2", ONE, offer -> offer.expiresAt(SPRING)))
                                .workspace(
                                        "office",
                                        w -> w.claim("hall-1", claim -> claim.ceiling(DevicePermissions.EDIT_PRODUCT))),
                        policy -> policy.workspace("plant", w -> w.product("meter")
                                        .device("hall-1", d -> d.product("meter")
                                                .suspended(true))
                                        .device("hall-2")
                                        .offer("hall-2", TWO, offer -> {}))
                                .workspace(
                                        "office",
                                        w -> w.device("hall-3").claim("hall-1").claim("hall-2"))))
                .containsExactly(
                        "device \"hall-3\" of workspace \"office\" is new",
                        "the ceiling of claimed device \"hall-1\" of workspace \"office\" gains edit_basics,"
                                + " record_measurements",
                        "the ceiling of claimed device \"hall-1\" of workspace \"office\" loses edit_product",
                        "claimed device \"hall-2\" of workspace \"office\" is new",
                        "the ceiling of claimed device \"hall-2\" of workspace \"office\" gains view, edit_basics,"
                                + " record_measurements",
                        "device \"hall-1\" of workspace \"plant\" is suspended",
                        "device \"hall-1\" of workspace \"plant\" has product \"meter\"",
                        "device \"hall-3\" of workspace \"plant\" is gone",
                        "offer of device \"hall-2\" of workspace \"plant\" is valid always instead of until"
                                + " 2027-03-20T00:00:00Z",
                        "offer of device \"hall-2\" of workspace \"plant\" has another code");
    }

    @Test
    void organizationsSayOwnersAdminsAndWorkspaces() {
        assertThat(between(
                        policy -> people(policy)
                                .organization(
                                        "acme", o -> o.owner("alice").admin("bob", OrganizationPermissions.MEMBERS))
                                .workspace("plant", w -> w.organization("acme")),
                        policy -> people(policy)
                                .organization(
                                        "acme", o -> o.owner("bob").admin("alice", OrganizationPermissions.BILLING))
                                .workspace("plant", w -> w.suspended(true))))
                .containsExactly(
                        "organization \"acme\" belongs to user \"bob\" instead of user \"alice\"",
                        "admin \"alice\" of organization \"acme\" is new",
                        "admin \"alice\" of organization \"acme\" gains billing",
                        "admin \"bob\" of organization \"acme\" is gone",
                        "admin \"bob\" of organization \"acme\" loses members",
                        "workspace \"plant\" is suspended",
                        "workspace \"plant\" belongs to no organization instead of organization \"acme\"");
    }

    @Test
    void linksSayWhatTheyCarryAndWhere() {
        Consumer<PolicyBuilder> plant =
                policy -> policy.workspace("plant", w -> w.device("hall-1").device("hall-2"));
        assertThat(between(
                        plant.andThen(policy -> policy.publicLink(
                                        "lobby", l -> l.device("hall-1").mode(LinkMode.READ))
                                .publicLink("yard", l -> l.device("hall-1").mode(LinkMode.READ))),
                        plant.andThen(policy -> policy.publicLink("lobby", l -> l.device("hall-1")
                                        .mode(LinkMode.WRITE)
                                        .suspended(true))
                                .publicLink("yard", l -> l.device("hall-2").mode(LinkMode.READ)))))
                .containsExactly(
                        "public link \"lobby\" gains record_measurements on device \"hall-1\"",
                        "public link \"lobby\" is suspended",
                        "public link \"yard\" loses view on device \"hall-1\"",
                        "public link \"yard\" gains view on device \"hall-2\"");
    }

    @Test
    void anotherCatalogueTellsWhatOldGrantsNowMean() {
        Consumer<PolicyBuilder> bob = policy ->
                policy.user("bob").workspace("plant", w -> w.device("hall-1").member("bob", m -> m.device("hall-1")));
        assertThat(between(
                        bob.andThen(policy -> policy.catalogue(catalogue -> catalogue.devicePermission("look"))),
                        bob.andThen(policy -> policy.catalogue(
                                catalogue -> catalogue.devicePermission("look", look -> look.implicit())))))
                .containsExactly(
                        "the catalogue of permissions and actions is another one",
                        "member \"bob\" of workspace \"plant\" gains look on device \"hall-1\"");
    }

    @Test
    void bareGrantsComeAndGoToo() {
        Consumer<PolicyBuilder> catalogue =
                policy -> policy.catalogue(c -> c.devicePermission("look")).user("bob");
        Consumer<PolicyBuilder> without = catalogue.andThen(
                policy -> policy.workspace("plant", w -> w.device("hall-1").member("bob")));
        Consumer<PolicyBuilder> with = catalogue.andThen(
                policy -> policy.workspace("plant", w -> w.device("hall-1").member("bob", m -> m.device("hall-1"))));
        assertThat(between(without, with))
                .containsExactly("member \"bob\" of workspace \"plant\" gains a bare grant on device \"hall-1\"");
        assertThat(between(with, without))
                .containsExactly("member \"bob\" of workspace \"plant\" loses a bare grant on device \"hall-1\"");
    }

    @Test
    void noSentenceHoldsAHash() {
        List<String> sentences = between(policy -> {}, GainsAndLossesTest::everything);
        assertThat(sentences).isNotEmpty();
        assertThat(sentences)
                .noneMatch(sentence -> sentence.contains(ONE.hex().substring(0, 8))
                        || sentence.contains(TWO.hex().substring(0, 8)));
        assertThat(between(GainsAndLossesTest::everything, policy -> {}))
                .noneMatch(sentence -> sentence.contains(ONE.hex().substring(0, 8)));
    }

    private static PolicyBuilder people(PolicyBuilder policy) {
        return policy.user("alice").user("bob");
    }

    private static PolicyBuilder everything(PolicyBuilder policy) {
        return policy.user("alice", user -> user.token(ONE))
                .user("bob")
                .organization("acme", o -> o.owner("alice"))
                .workspace("plant", w -> w.organization("acme")
                        .product("meter")
                        .device("hall-1", d -> d.product("meter"))
                        .offer("hall-1", TWO, offer -> {})
                        .apiUser("gateway-1")
                        .member("bob", m -> m.allDevices())
                        .team("night", t -> t.member("bob"))
                        .invite("carol@example.com", i -> i.device("hall-1", DevicePermissions.VIEW)))
                .workspace("office", w -> w.claim("hall-1"))
                .publicLink("lobby", l -> l.device("hall-1").mode(LinkMode.READ));
    }

    private static List<String> plant(Consumer<WorkspaceBuilder> before, Consumer<WorkspaceBuilder> after) {
        Consumer<WorkspaceBuilder> plant =
                w -> w.product("meter").device("hall-1").device("hall-2");
        return between(policy -> people(policy).workspace("plant", plant.andThen(before)), policy -> people(policy)
                .workspace("plant", plant.andThen(after)));
    }

    private static List<String> between(Consumer<PolicyBuilder> before, Consumer<PolicyBuilder> after) {
        return GainsAndLosses.between(policy(before), policy(after));
    }

    private static Policy policy(Consumer<PolicyBuilder> details) {
        PolicyBuilder builder = Policy.builder();
        details.accept(builder);
        return builder.build();
    }
}
