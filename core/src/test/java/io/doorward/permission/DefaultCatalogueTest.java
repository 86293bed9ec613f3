package io.doorward.permission;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The default catalogue against a second writing of it. */
class DefaultCatalogueTest {

    private static final Catalogue DEFAULTS = Catalogue.defaults();

    /** Action, device permission, workspace permission, organization permission, flag; - for none. */
    private static final String ACTIONS = """
      device.view                      view                 -           -                  -
      device.read_history              view                 -           -                  -
      device.record_measurements       record_measurements  -           -                  -
      device.send_downlink             record_measurements  -           -                  -
      device.edit                      edit_basics          -           -                  -
      device.edit_product              edit_product         -           -                  owning
      device.manage_public_links       edit_basics          -           -                  owning
      device.delete                    -                    devices     -                  owning
      device.delete_data               -                    devices     -                  owning
      device.move                      -                    devices     -                  owning
      device.claim_out                 -                    devices     -                  owning
      device.unclaim                   -                    devices     -                  owning
      device.manage_access             -                    members     -                  -
      workspace.view                   -                    -           -                  -
      workspace.edit                   -                    basics      -                  -
      workspace.manage_members         -                    members     -                  -
      workspace.manage_teams           -                    members     -                  -
      workspace.manage_api_users       -                    members     -                  -
      workspace.view_billing           -                    billing     -                  -
      workspace.create_device          -                    devices     -                  -
      workspace.claim_device           -                    devices     -                  -
      workspace.release_claim          -                    devices     -                  -
      workspace.edit_products          -                    devices     -                  -
      workspace.edit_rules             -                    rules       -                  -
      workspace.edit_dashboards        -                    dashboards  -                  -
      workspace.run_reports            -                    reports     -                  -
      workspace.run_exports            -                    exports     -                  -
      workspace.edit_zones             -                    zones       -                  -
      workspace.edit_gateways          -                    gateways    -                  -
      workspace.use_cakered            -                    cakered     -                  -
      workspace.edit_whitelabel        -                    whitelabel  -                  -
      organization.view                -                    -           -                  -
      organization.create_workspace    -                    -           create_workspaces  -
      organization.manage_admins       -                    -           members            -
      organization.view_billing        -                    -           billing            -
      organization.edit_whitelabel     -                    -           whitelabel         -
      organization.manage_workspaces   -                    -           manage_workspaces  -
      organization.transfer_ownership  -                    -           -                  owner
      organization.delete              -                    -           -                  owner
      """;

    @Test
    void permissionsHaveTheirBitsInTheDocumentedOrder() {
        assertThat(DEFAULTS.organization().all().names())
                .containsExactly("create_workspaces", "members", "billing", "whitelabel", "manage_workspaces");
        assertThat(DEFAULTS.workspace().all().names())
                .containsExactly(
                        "basics",
                        "members",
                        "billing",
                        "devices",
                        "rules",
                        "dashboards",
                        "reports",
                        "exports",
                        "zones",
                        "gateways",
                        "cakered",
                        "whitelabel");
        assertThat(DEFAULTS.device().all().names())
                .containsExactly("view", "edit_basics", "edit_product", "record_measurements");
        assertThat(DEFAULTS.device().of(DevicePermissions.VIEW).bits()).isEqualTo(1);
    }

    @Test
    void onlyViewIsImplicitAndOnlyEditBasicsImplies() {
        assertThat(DEFAULTS.device().implicit().names()).containsExactly("view");
        assertThat(DEFAULTS.device().implied(DevicePermissions.EDIT_BASICS).names())
                .containsExactly("view");
        for (Scope scope : Scope.values()) {
            for (Permission permission : DEFAULTS.permissions(scope).list()) {
                assertThat(DEFAULTS.permissions(scope).implied(permission).isEmpty())
                        .isEqualTo(!permission.equals(DevicePermissions.EDIT_BASICS));
            }
        }
    }

    @Test
    void theDefaultCeilingIsAllButTheProduct() {
        assertThat(DEFAULTS.defaultCeiling().names()).containsExactly("view", "edit_basics", "record_measurements");
    }

    @Test
    void aLinkToReadSeesAndALinkToWriteRecordsToo() {
        assertThat(DEFAULTS.linkMode(LinkMode.READ).orElseThrow().names()).containsExactly("view");
        assertThat(DEFAULTS.linkMode(LinkMode.WRITE).orElseThrow().names())
                .containsExactly("view", "record_measurements");
    }

    @Test
    void everyActionTakesWhatTheTableSaysAndThereIsNoOther() {
        assertThat(DEFAULTS.actions().stream().map(DefaultCatalogueTest::row).toList())
                .containsExactlyElementsOf(
                        ACTIONS.lines().map(line -> List.of(line.split(" +"))).toList());
    }

    @Test
    void anActionIsAskedOnTheScopeThatItsNameBeginsWith() {
        assertThat(DEFAULTS.actions()).allSatisfy(action -> assertThat(action.name())
                .startsWith(action.scope().orElseThrow().word() + "."));
    }

    @Test
    void thereIsOneInstance() {
        assertThat(Catalogue.defaults()).isSameAs(DEFAULTS);
        assertThat(Actions.DEVICE_VIEW.definedBy()).isSameAs(DEFAULTS);
    }

    @Test
    void thereIsAConstantForEachActionAndEachPermission() throws Exception {
        assertThat(constants(Actions.class)).containsExactlyElementsOf(DEFAULTS.actions());
        assertThat(constants(DevicePermissions.class))
                .containsExactlyElementsOf(DEFAULTS.device().list());
        assertThat(constants(WorkspacePermissions.class))
                .containsExactlyElementsOf(DEFAULTS.workspace().list());
        assertThat(constants(OrganizationPermissions.class))
                .containsExactlyElementsOf(DEFAULTS.organization().list());
    }

    private static List<String> row(Action action) {
        String flag = action.owningWorkspaceOnly() ? "owning" : action.ownerOnly() ? "owner" : "-";
        return List.of(
                action.name(),
                one(action.devicePermissions()),
                one(action.workspacePermissions()),
                one(action.organizationPermissions()),
                flag);
    }

    private static String one(PermissionSet set) {
        return set.isEmpty() ? "-" : String.join(",", set.names());
    }

    /** The values of all constants, each named as its value is. */
    private static List<Object> constants(Class<?> holder) throws IllegalAccessException {
        List<Object> values = new ArrayList<>();
        for (Field field : Arrays.asList(holder.getFields())) {
            Object value = field.get(null);
            assertThat(field.getName())
                    .isEqualTo(value.toString().replace('.', '_').toUpperCase(Locale.ROOT));
            values.add(value);
        }
        return values;
    }
}
