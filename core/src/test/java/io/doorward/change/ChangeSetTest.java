package io.doorward.change;

import static io.doorward.change.Plant.ACME;
import static io.doorward.change.Plant.ALICE;
import static io.doorward.change.Plant.BOB;
import static io.doorward.change.Plant.CAROL;
import static io.doorward.change.Plant.GATEWAY;
import static io.doorward.change.Plant.HALL;
import static io.doorward.change.Plant.NIGHT;
import static io.doorward.change.Plant.NORTH;
import static io.doorward.change.Plant.ROOF;
import static io.doorward.change.Plant.SENSOR;
import static io.doorward.change.Plant.SERVICE;
import static io.doorward.change.Plant.SOUTH;
import static io.doorward.change.Plant.apply;
import static io.doorward.change.Plant.hash;
import static io.doorward.change.Plant.problems;
import static io.doorward.permission.DevicePermissions.EDIT_BASICS;
import static io.doorward.permission.DevicePermissions.VIEW;
import static io.doorward.permission.OrganizationPermissions.BILLING;
import static io.doorward.permission.WorkspacePermissions.DEVICES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorward.model.DeviceId;
import io.doorward.model.OrganizationId;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.ProductId;
import io.doorward.model.TeamId;
import io.doorward.model.Window;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.Catalogue;
import io.doorward.permission.LinkMode;
import io.doorward.permission.Permission;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a set of changes does as a whole, and what refuses it. */
class ChangeSetTest {

    private static final DeviceId NEW = new DeviceId("new");
    private static final Holder BOB_HERE = Holder.member("bob");

    @Test
    void allViolationsAreToldAtOnceAndNothingChanges() {
        Policy policy = Plant.policy();
        Policy copy = Plant.policy();
        assertThatThrownBy(() -> apply(
                        policy,
                        new DeviceChange.CreateDevice(NORTH, NEW, null, null, List.of()),
                        new DeviceChange.RenameDevice(new DeviceId("nowhere"), "x"),
                        new MemberChange.AddMember(NORTH, new PrincipalId("nobody"), Access.NONE, Window.ALWAYS),
                        new TeamChange.NestTeam(NORTH, NIGHT, SERVICE)))
                .isInstanceOfSatisfying(ChangeRefusedException.class, refused -> {
                    assertThat(refused.kind()).isEqualTo(ChangeRefusedException.Kind.INVALID);
                    assertThat(refused.problems())
                            .extracting(problem -> problem.place())
                            .containsExactly("/changes/1", "/changes/2", "/changes/3");
                })
                .hasMessageContaining("There is no device \"nowhere\".")
                .hasMessageContaining("\"nobody\" cannot be a member in workspace \"north\"")
                .hasMessageContaining("circle");
        assertThat(policy).isEqualTo(copy);
    }

    @Test
    void whatARowNamesMayComeLaterInTheSet() {
        Policy after = apply(
                        new GrantChange.GrantDevice(NORTH, BOB_HERE, NEW, List.of(VIEW), Window.ALWAYS),
                        new DeviceChange.CreateDevice(NORTH, NEW, new ProductId("p"), null, List.of()),
                        new ProductChange.CreateProduct(NORTH, new ProductId("p"), null))
                .after();
        assertThat(after.workspaces().get(NORTH).members().get(BOB).rights().devices())
                .containsKey(NEW);
    }

    @Test
    void twoUsersCanSwapTheirAddressesInOneSet() {
        Policy after = apply(
                        new UserChange.EditUser(ALICE, "bob@x", null), new UserChange.EditUser(BOB, "alice@x", null))
                .after();
        assertThat(after.users().get(ALICE).email()).isEqualTo("bob@x");
        assertThat(problems(new UserChange.EditUser(ALICE, "bob@x", null)))
                .containsExactly("/changes/0: The e-mail address \"bob@x\" belongs to another user already; e-mail"
                        + " addresses are unique, give another one.");
    }

    @Test
    void theEmptySetMakesTheSamePolicyAtTheNextRevision() {
        Transition transition = apply();
        assertThat(transition.after().revision()).isEqualTo(Plant.NEXT);
        assertThat(transition.after().workspaces())
                .isEqualTo(transition.before().workspaces());
        assertThat(transition.cascades()).isEmpty();
    }

    @Test
    void workspacesThatAreNotTouchedAreTheSameObjects() {
        Transition transition = apply(new WorkspaceChange.SuspendWorkspace(NORTH, true));
        assertThat(transition.after().workspaces().get(SOUTH))
                .isSameAs(transition.before().workspaces().get(SOUTH));
        assertThat(transition.after().workspaces().get(NORTH).devices())
                .isSameAs(transition.before().workspaces().get(NORTH).devices());
    }

    @Test
    void oneSetCannotDeleteAndCreateTheSameDevice() {
        assertThat(problems(
                        new DeviceChange.DeleteDevice(ROOF),
                        new DeviceChange.CreateDevice(NORTH, ROOF, null, null, List.of())))
                .singleElement()
                .asString()
                .contains("is deleted by the same change set");
        assertThat(problems(
                        new WorkspaceChange.DeleteWorkspace(NORTH),
                        new DeviceChange.CreateDevice(SOUTH, ROOF, null, null, List.of())))
                .hasSize(1);
    }

    @Test
    void idsAndSecretsStandForOneThingOnly() {
        assertThat(problems(
                        new UserChange.CreateUser(GATEWAY, null, null),
                        new ApiUserChange.CreateApiUser(SOUTH, BOB, null, Access.NONE, Window.ALWAYS),
                        new DeviceChange.CreateDevice(SOUTH, HALL, null, null, List.of()),
                        new WorkspaceChange.CreateWorkspace(NORTH, null, null, null),
                        new TokenChange.CreateToken(BOB, hash("code"), null, Window.ALWAYS),
                        new ClaimChange.OpenOffer(ROOF, null, Window.ALWAYS, hash("bob's"))))
                .hasSize(6)
                .allMatch(line -> line.contains("taken") || line.contains("secret is in use"));
    }

    @Test
    void aProductInUseCannotBeDeleted() {
        assertThat(problems(new ProductChange.DeleteProduct(NORTH, SENSOR)))
                .singleElement()
                .asString()
                .contains("is in use");
        assertThat(problems(
                        new ProductChange.DeleteProduct(NORTH, SENSOR),
                        new DeviceChange.SetDeviceProduct(HALL, null),
                        new GrantChange.RevokeProduct(NORTH, Holder.team("night"), SENSOR)))
                .isEmpty();
    }

    @Test
    void whoOwnsAnOrganizationCannotBeDeletedAndNoOrganizationWithWorkspaces() {
        assertThat(problems(new UserChange.DeleteUser(ALICE)))
                .singleElement()
                .asString()
                .contains("organization has exactly one owner");
        assertThat(problems(
                        new OrganizationChange.TransferOwnership(ACME, BOB),
                        new OrganizationChange.RemoveAdmin(ACME, ALICE),
                        new UserChange.DeleteUser(ALICE)))
                .isEmpty();
        assertThat(problems(new OrganizationChange.DeleteOrganization(ACME)))
                .singleElement()
                .asString()
                .contains("still has workspaces");
    }

    @Test
    void anApiUserStaysInItsWorkspace() {
        assertThat(problems(new MemberChange.AddMember(SOUTH, GATEWAY, Access.NONE, Window.ALWAYS)))
                .hasSize(1);
        assertThat(problems(new MemberChange.RemoveMember(NORTH, GATEWAY)))
                .singleElement()
                .asString()
                .contains("delete or suspend it instead");
    }

    @Test
    void aGrantNamesADevicePresentInItsWorkspaceAndPermissionsOfTheCatalogue() {
        assertThat(problems(
                        new GrantChange.GrantDevice(SOUTH, Holder.member("carol"), ROOF, List.of(VIEW), Window.ALWAYS)))
                .singleElement()
                .asString()
                .contains("not present in workspace \"south\"");
        assertThat(problems(
                        new GrantChange.GrantAllDevices(
                                SOUTH, Holder.member("carol"), List.of(Permission.device("fly")), Window.ALWAYS),
                        new MemberChange.SetMemberPermissions(SOUTH, CAROL, List.of(EDIT_BASICS)),
                        new MemberChange.SetMemberPermissions(SOUTH, CAROL, List.of(DEVICES, DEVICES))))
                .hasSize(3);
    }

    @Test
    void transferMakesTheOldOwnerAnAdminWithAllPermissions() {
        Policy after =
                apply(new OrganizationChange.TransferOwnership(ACME, BOB)).after();
        assertThat(after.organizations().get(ACME).owner()).isEqualTo(BOB);
        assertThat(after.organizations().get(ACME).admins())
                .containsOnlyKeys(ALICE)
                .containsEntry(ALICE, after.catalogue().organization().all());
        assertThat(problems(new OrganizationChange.TransferOwnership(ACME, CAROL)))
                .hasSize(1);
    }

    @Test
    void invitingAUserMakesAMembershipAtOnceAndSomebodyElseAnInvite() {
        Policy after = apply(
                        new MemberChange.InviteMember(SOUTH, "bob@x", Access.of(DEVICES), Window.ALWAYS),
                        new MemberChange.InviteMember(SOUTH, "Bob@x", Access.NONE, Window.ALWAYS))
                .after();
        assertThat(after.workspaces().get(SOUTH).members()).containsKey(BOB);
        assertThat(after.workspaces().get(SOUTH).invites()).containsOnlyKeys("Bob@x");
        assertThat(problems(
                        new MemberChange.InviteMember(SOUTH, "carol@x", Access.NONE, Window.ALWAYS),
                        new MemberChange.InviteMember(NORTH, "dora@x", Access.NONE, Window.ALWAYS)))
                .hasSize(2);
    }

    @Test
    void anInviteIsAcceptedOnlyForItsVeryAddress() {
        PrincipalId dora = new PrincipalId("dora");
        Policy after = apply(
                        new UserChange.CreateUser(dora, "dora@x", null),
                        new MemberChange.AcceptInvite(NORTH, "dora@x", dora))
                .after();
        assertThat(after.workspaces().get(NORTH).invites()).isEmpty();
        assertThat(after.workspaces().get(NORTH).members().get(dora).rights().devices())
                .containsKey(HALL);
        assertThat(problems(
                        new UserChange.CreateUser(dora, "Dora@x", null),
                        new MemberChange.AcceptInvite(NORTH, "dora@x", dora)))
                .hasSize(1);
    }

    @Test
    void anOfferIsAcceptedWithItsCodeInItsWindowOnly() {
        WorkspaceId east = new WorkspaceId("east");
        WorkspaceChange.CreateWorkspace create = new WorkspaceChange.CreateWorkspace(east, null, null, null);
        Policy after = apply(create, new ClaimChange.AcceptOffer(HALL, east, hash("code")))
                .after();
        assertThat(after.workspaces().get(NORTH).offers()).isEmpty();
        assertThat(after.workspaces().get(east).claims().get(HALL).ceiling())
                .isEqualTo(after.catalogue().defaultCeiling());
        List<String> wrongCode = problems(create, new ClaimChange.AcceptOffer(HALL, east, hash("guess")));
        List<String> noOffer = problems(create, new ClaimChange.AcceptOffer(ROOF, east, hash("guess")));
        List<String> noDevice =
                problems(create, new ClaimChange.AcceptOffer(new DeviceId("none"), east, hash("guess")));
        assertThat(wrongCode).hasSize(1).hasSameSizeAs(noOffer);
        assertThat(noOffer.get(0).replace("roof", "hall")).isEqualTo(wrongCode.get(0));
        assertThat(noDevice.get(0).replace("none", "hall")).isEqualTo(wrongCode.get(0));
        assertThat(problems(new ClaimChange.AcceptOffer(HALL, SOUTH, hash("code"))))
                .singleElement()
                .asString()
                .contains("present in workspace \"south\" already");
    }

    @Test
    void theCatalogueChangesBySetsOfNames() {
        Catalogue.Builder turned = Catalogue.builder();
        for (String name : List.of("record_measurements", "edit_product", "edit_basics", "view")) {
            turned.devicePermission(name);
        }
        Catalogue.defaults().workspace().list().forEach(one -> turned.workspacePermission(one.name()));
        Catalogue.defaults().organization().list().forEach(one -> turned.organizationPermission(one.name()));
        turned.publicLinks(LinkMode.READ, "view");
        Policy after = apply(new PolicyChange.ChangeCatalogue(turned.build())).after();
        assertThat(after.workspaces()
                        .get(NORTH)
                        .members()
                        .get(BOB)
                        .rights()
                        .devices()
                        .get(HALL)
                        .permissions()
                        .names())
                .containsExactly("edit_basics");
        assertThat(problems(new PolicyChange.ChangeCatalogue(
                        Catalogue.builder().devicePermission("view").build())))
                .anyMatch(line -> line.contains("lacks the device permission \"edit_basics\""))
                .anyMatch(line -> line.contains("lacks the workspace permission \"members\""))
                .anyMatch(line -> line.contains("no public links of the mode READ"));
    }

    @Test
    void adminsAreUsersAndHoldOrganizationPermissions() {
        assertThat(problems(
                        new OrganizationChange.AddAdmin(ACME, GATEWAY, List.of(BILLING)),
                        new OrganizationChange.AddAdmin(ACME, BOB, List.of()),
                        new OrganizationChange.SetAdmin(ACME, CAROL, List.of()),
                        new OrganizationChange.SetAdmin(ACME, BOB, List.of(DEVICES)),
                        new OrganizationChange.RenameOrganization(new OrganizationId("none"), null)))
                .hasSize(5);
    }

    @Test
    void labelsAreCheckedLikeThoseOfADocument() {
        String tooLong = "x".repeat(257);
        assertThat(problems(
                        new DeviceChange.RenameDevice(HALL, "two\nlines"),
                        new DeviceChange.TagDevice(ROOF, List.of(tooLong)),
                        new WorkspaceChange.EditWorkspace(NORTH, tooLong, ""),
                        new UserChange.EditUser(BOB, "", null),
                        new TokenChange.CreateToken(BOB, hash("more"), tooLong, Window.ALWAYS),
                        new TeamChange.CreateTeam(NORTH, new TeamId("t"), tooLong)))
                .hasSize(7);
    }
}
