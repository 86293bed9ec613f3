package io.doorward.index;

import io.doorward.decision.Reason;
import io.doorward.permission.Action;
import io.doorward.permission.Permission;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A question about an organization; nothing in it depends on the instant but the token. */
final class OrganizationInquiry extends Inquiry {

    final @Nullable OrganizationRow organization;

    OrganizationInquiry(Index index, Asker asker, @Nullable Action action, String resource) {
        super(index, asker, action);
        organization = index.organization(resource);
    }

    @Override
    Verdict at(PrincipalRow principal, Action known, long second, int nano) {
        OrganizationRow found = organization;
        if (found == null) {
            return Verdict.of(Reason.UNKNOWN_ORGANIZATION, List.of(), false);
        }
        Reason reason = WorkspaceRules.outcome(principal, known, found);
        List<Permission> missing = reason == Reason.MISSING_PERMISSIONS
                ? index.organizationPermissions(
                        known.organizationPermissions().bits() & ~found.admins.getOrDefault(principal.number, 0L))
                : List.of();
        return Verdict.of(reason, missing, mayKnow(principal, second, nano));
    }

    @Override
    boolean mayKnow(PrincipalRow principal, long second, int nano) {
        return organization != null && WorkspaceRules.hasRelationship(principal, organization);
    }

    @Override
    void forEachWindow(PrincipalRow principal, Consumer<WindowRow> windows) {
        // admins have no window
    }

    @Override
    void forEachSuspended(Consumer<String> words) {
        // organizations cannot be suspended
    }
}
