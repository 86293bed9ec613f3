package io.doorward.generator;

import io.doorward.generator.PolicyGenerator.WorkspaceDraft;
import io.doorward.model.InviteBuilder;
import io.doorward.model.MemberBuilder;
import io.doorward.model.TeamBuilder;
import io.doorward.model.Window;
import io.doorward.model.WindowBuilder;
import io.doorward.permission.Catalogue;
import io.doorward.permission.Permission;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Draws what a member, a team or an invite holds. */
final class RightsGenerator {

    private final Chance chance;
    private final Catalogue catalogue;
    private final Moments moments;

    RightsGenerator(Chance chance, Catalogue catalogue, Moments moments) {
        this.chance = chance;
        this.catalogue = catalogue;
        this.moments = moments;
    }

    /** Rights in one workspace, to be written into whichever row holds them. */
    record Row(
            List<Permission> permissions,
            @Nullable GrantRow allDevices,
            Map<String, GrantRow> products,
            Map<String, GrantRow> devices) {

        void writeTo(MemberBuilder row) {
            row.permissions(permissions);
            if (allDevices != null) {
                row.allDevices(allDevices.permissions, allDevices::bound);
            }
            products.forEach((id, grant) -> row.product(id, grant.permissions, grant::bound));
            devices.forEach((id, grant) -> row.device(id, grant.permissions, grant::bound));
        }

        void writeTo(TeamBuilder row) {
            row.permissions(permissions);
            if (allDevices != null) {
                row.allDevices(allDevices.permissions, allDevices::bound);
            }
            products.forEach((id, grant) -> row.product(id, grant.permissions, grant::bound));
            devices.forEach((id, grant) -> row.device(id, grant.permissions, grant::bound));
        }

        void writeTo(InviteBuilder row) {
            row.permissions(permissions);
            devices.forEach((id, grant) -> row.device(id, grant.permissions, grant::bound));
        }
    }

    record GrantRow(List<Permission> permissions, Window window) {

        void bound(WindowBuilder row) {
            PolicyGenerator.window(window, row::notBefore, row::expiresAt);
        }
    }

    Row draw(WorkspaceDraft workspace) {
        double probability = chance.oneOf(0.2, 0.5, 0.8);
        return new Row(
                CatalogueGenerator.hot(chance, catalogue.workspace().list(), probability),
                chance.of(0.3) ? grant() : null,
                grants(workspace.products()),
                grants(workspace.present()));
    }

    private Map<String, GrantRow> grants(List<String> ids) {
        Map<String, GrantRow> grants = new LinkedHashMap<>();
        chance.some(ids, 0.3).forEach(id -> grants.put(id, grant()));
        return grants;
    }

    private GrantRow grant() {
        double probability = chance.oneOf(0.0, 0.3, 0.6, 1.0);
        return new GrantRow(
                CatalogueGenerator.hot(chance, catalogue.device().list(), probability), moments.window(chance));
    }

    List<Permission> ceiling() {
        return CatalogueGenerator.hot(chance, catalogue.device().list(), chance.oneOf(0.0, 0.4, 0.4, 0.8));
    }
}
