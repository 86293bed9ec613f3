package io.doorward.differential;

import java.util.List;

/** Faults against "Allowed", contexts and public links. */
final class DecisionFaults {

    private static final String TOKEN = "allowed = the token is live";
    private static final String WINDOWS = "memberships, team memberships and grants may have a validity window";
    private static final String SUSPENDED = "neither p nor d nor d's owning workspace is suspended";
    private static final String ONE = "there is ONE workspace w, itself not suspended, in which d is present";
    private static final String OWNING = "owning only, where the action says so";
    private static final String NEVER_ADD = "Rights from two workspaces never add up within one decision";
    private static final String SUBSET =
            "action.workspacePermissions a subset of Ws and action.devicePermissions one of Dev";
    private static final String NO_GRANT_NEEDED =
            "An action that names only workspace permissions needs no grant on the device";
    private static final String NO_NEEDS = "An action that names no permission asks for the relationship";
    private static final String CONTEXT = "in the context of W only the rights through W count";
    private static final String CONTEXT_ORDER =
            "In this order: no such device; no such W; d not present in W: UNKNOWN_DEVICE; then as without context";
    private static final String CONTEXT_OWNED = "d stays owned where it is (owning only, ceiling and suspension hold)";
    private static final String LINK = "A public link is a live grant on its own device, through the owning workspace";
    private static final String LINK_MODE = "of what its mode carries";
    private static final String LINK_RELATION = "it has no relationship with any workspace";
    private static final String LINK_NEVER =
            "never allowed an action that needs a workspace permission or is for the owning workspace only";
    private static final String LINK_DEV = "For a link Dev is its mode in the owning workspace, nothing elsewhere";
    private static final String DEFAULT_DENY = "Everything else is denied: default deny";

    private DecisionFaults() {}

    static final List<Fault> ALL = List.of(
            new Fault(TOKEN, "DeviceCheck", "if (through == null && Holder.isPlain(holder))", "if (through == null)"),
            new Fault(TOKEN, "Holder", "(REVOKED | TIMED | SUSPENDED | LINK)", "(TIMED | SUSPENDED | LINK)"),
            new Fault(TOKEN, "Holder", "(REVOKED | TIMED | SUSPENDED | LINK)", "(REVOKED | SUSPENDED | LINK)"),
            new Fault(SUSPENDED, "Holder", "(REVOKED | TIMED | SUSPENDED | LINK)", "(REVOKED | TIMED | LINK)"),
            new Fault(
                    CONTEXT,
                    "DeviceCheck",
                    "if (through == null && Holder.isPlain(holder))",
                    "if (Holder.isPlain(holder))"),
            new Fault(ONE, "DeviceCheck", "if (DeviceTable.isClaimed(state) && answer == DENIED)", "if (false)"),
            new Fault(ONE, "DeviceCheck", "return workspace.isOwnedBy(principal) ? OPEN : DENIED;", "return DENIED;"),
            new Fault(ONE, "DeviceCheck", "|| workspace.isOwnedBy(principal)) {", ") {"),
            new Fault(ONE, "DeviceCheck", "boolean isMore = workspace.isOwnedBy(principal) ||", "boolean isMore ="),
            new Fault(ONE, "DeviceCheck", "if (!workspace.suspended) {", "if (true) {"),
            new Fault(
                    OWNING,
                    "DeviceCheck",
                    "&& DeviceRules.outcomeAtTheClaim(action, Rows.claim(workspace, device)) == Reason.ALLOWED",
                    ""),
            new Fault(ONE, "DeviceCheck", "answer = there == OPEN ? OPEN : answer;", ""),
            new Fault(ONE, "DeviceCheck", "TeamMarks.ALL", "TeamMarks.NONE"),
            new Fault(ONE, "Rows", "only.workspace == workspace.number ? only : null", "only"),
            new Fault(NO_NEEDS, "DeviceCheck", "if (needed == 0 ||", "if ("),
            new Fault(SUBSET, "DeviceCheck", "|| !action.workspacePermissions().isEmpty() ||", "||"),
            new Fault(WINDOWS, "DeviceCheck", "if (!member.isSteady() ||", "if ("),
            new Fault(WINDOWS, "DeviceCheck", "|| code == GrantCodes.APART", ""),
            new Fault(SUBSET, "DeviceCheck", "if (teamCode == GrantCodes.APART) {", "if (false) {"),
            new Fault(SUBSET, "DeviceCheck", "commonCode & TeamMarks.ifAny(teams)", "commonCode"),
            new Fault(SUBSET, "DeviceCheck", "lacking &= ~codes.mask(code); isMore", "isMore"),
            new Fault(WINDOWS, "DeviceCheck", "isMore |= code == GrantCodes.APART;", ""),
            new Fault(NO_NEEDS, "DeviceCheck", "== 0 && !asksForAnyGrant", "== 0"),
            new Fault(NO_NEEDS, "DeviceCheck", "isMore || asksForAnyGrant ? OPEN", "isMore ? OPEN"),
            new Fault(SUBSET, "DeviceCheck", "(lacking | lackingInWorkspace) == 0", "lacking == 0"),
            new Fault(SUBSET, "DeviceCheck", "lackingInWorkspace &= ~rights.workspaceMask;", ""),
            new Fault(WINDOWS, "DeviceCheck", "|| member.own.isMoreThanSteady(ownCode, product);", ";"),
            new Fault(WINDOWS, "DeviceCheck", "isMore |= rights.isMoreThanSteady(code, product);", ""),
            new Fault(WINDOWS, "RightsRow", "return code == GrantCodes.APART || (isTimed", "return (isTimed"),
            new Fault(WINDOWS, "RightsRow", "(isTimed && (isTimed(allDevices) ||", "(isTimed && ("),
            new Fault(WINDOWS, "MemberRow", "isSteady = !isTimed &&", "isSteady ="),
            new Fault(SUBSET, "DeviceCheck", "|| table.isApart(teams)", ""),
            new Fault(SUBSET, "TeamGrants", "grants == NONE || code(grants) == code ? code : GrantCodes.APART", "code"),
            new Fault(SUBSET, "DeviceCheck", "|| !member.isPlain() ||", "||"),
            new Fault(SUBSET, "DeviceCheck", "(teamMarks | table.wideMarks())", "teamMarks"),
            new Fault(SUBSET, "DeviceCheck", "(teamMarks | table.wideMarks())", "table.wideMarks()"),
            new Fault(SUBSET, "WorkspaceDraft", "mark(owned, teams, old != null);", ""),
            new Fault(
                    SUBSET,
                    "TeamTable",
                    "(one, other) -> TeamGrants.plus(one, team, TeamGrants.code(other))",
                    "(one, other) -> other"),
            new Fault(SUBSET, "MemberRow", "own.byProduct.length == 0 &&", ""),
            new Fault(WINDOWS, "MemberRow", "&& (own.allDevices == null || own.allDevices.window.isAlways());", ";"),
            new Fault(
                    TOKEN,
                    "DeviceCheck",
                    "if (Asker.standing(holder, window, second, nano) != Reason.ALLOWED) { return false; }",
                    ""),
            new Fault(TOKEN, "DeviceCheck", "if (Holder.isTimed(holder) ||", "if ("),
            new Fault(TOKEN, "Asker", "if (!window.contains(second, nano)) { return Reason.TOKEN_EXPIRED; }", ""),
            new Fault(TOKEN, "Asker", "if (Holder.isRevoked(holder)) { return Reason.TOKEN_REVOKED; }", ""),
            new Fault(WINDOWS, "DeviceCheck", "|| isTimed(owning, member, device, product)", ""),
            new Fault(WINDOWS, "DeviceCheck", "|| isTimed(rows, principal, claimedBy, device)", ""),
            new Fault(
                    WINDOWS, "MemberRow", "|| (teams.always.length > 0 && table.isTimed(teams, device, product))", ""),
            new Fault(
                    WINDOWS,
                    "RightsRow",
                    "isTimed(allDevices) || isTimed(onProduct(product)) ||",
                    "isTimed(onProduct(product)) ||"),
            new Fault(WINDOWS, "RightsRow", "|| isTimed(onProduct(product)) ||", "||"),
            new Fault(WINDOWS, "RightsRow", "|| isTimed(apart(device)));", ");"),
            new Fault(WINDOWS, "MemberRow", "|| own.isTimed(device, product)", ""),
            new Fault(WINDOWS, "MemberRow", "|| teams.timed.length > 0", ""),
            new Fault(
                    WINDOWS,
                    "TeamTable",
                    "bits == null ? Numbers.contains(in.always, team) : MemberTeams.contains(bits, team)",
                    "bits == null && Numbers.contains(in.always, team)"),
            new Fault(
                    SUSPENDED, "DeviceCheck", "DeviceTable.isSuspended(state) || owning.suspended", "owning.suspended"),
            new Fault(
                    SUSPENDED,
                    "DeviceCheck",
                    "DeviceTable.isSuspended(state) || owning.suspended",
                    "DeviceTable.isSuspended(state)"),
            new Fault(
                    SUSPENDED,
                    "Asker",
                    "Holder.isSuspended(holder) ? Reason.SUSPENDED : Reason.ALLOWED",
                    "Reason.ALLOWED"),
            new Fault(SUSPENDED, "Rows", "device.suspended || workspace(device.owning).suspended", "device.suspended"),
            new Fault(
                    SUSPENDED,
                    "Rows",
                    "device.suspended || workspace(device.owning).suspended",
                    "workspace(device.owning).suspended"),
            new Fault(ONE, "DeviceRules", "if (workspace.suspended) { return Reason.SUSPENDED; }", ""),
            new Fault(
                    "ownership never outweighs a suspension",
                    "DeviceRules",
                    "return workspace.suspended ? Reason.SUSPENDED :",
                    "return"),
            new Fault(
                    ONE,
                    "Lists",
                    "i < device.presences(); i++) { if (through == null || device.workspace",
                    "i < 1; i++) { if (through == null || device.workspace"),
            new Fault(
                    ONE,
                    "DeviceCheck",
                    "&& allowsByClaim(rows, principal, action, device, claimedBy, through, second, nano)",
                    "&& false"),
            new Fault(ONE, "IndexDraft", "claims.add(device, row.number);", ""),
            new Fault(OWNING, "DeviceRules", "if (action.owningWorkspaceOnly()) {", "if (false) {"),
            new Fault(
                    NEVER_ADD,
                    "DeviceRules",
                    "WorkspaceRow workspace = rows.workspace(presence); return outcome(",
                    "WorkspaceRow workspace = rows.workspace(presence);"
                            + " long everywhere = 0; DeviceRow d = rows.devices.row(presence.device);"
                            + " for (int i = 0; i < d.presences(); i++) {"
                            + " everywhere |= liveMask(rows, principal, rows.presence(d, i), second, nano); }"
                            + " long needed = action.devicePermissions().bits();"
                            + " if (needed != 0 && (needed & ~everywhere) == 0 && action.workspacePermissions().isEmpty()"
                            + " && workspace.members.get(principal.number) != null) {"
                            + " return Reason.ALLOWED; } return outcome("),
            new Fault(
                    NEVER_ADD,
                    "DeviceRules",
                    "WorkspaceRow workspace = rows.workspace(presence); return outcome(",
                    "WorkspaceRow workspace = rows.workspace(presence);"
                            + " long needed = action.workspacePermissions().bits();"
                            + " if (needed != 0 && action.devicePermissions().isEmpty() && presence.owning"
                            + " && workspace.members.get(principal.number) != null"
                            + " && (needed & ~rows.workspacesOf(principal).stream().mapToLong("
                            + "w -> WorkspaceRules.rights(principal, w, second, nano)).reduce(0, (a, b) -> a | b)) == 0) {"
                            + " return Reason.ALLOWED; } return outcome("),
            new Fault(
                    SUBSET,
                    "DeviceRules",
                    "if (lacks || (neededInWorkspace & ~member.workspaceMask(workspace.teams, second, nano)) != 0)",
                    "if (lacks)"),
            new Fault(
                    SUBSET,
                    "DeviceRules",
                    "if (lacks || (neededInWorkspace & ~member.workspaceMask(workspace.teams, second, nano)) != 0)",
                    "if ((neededInWorkspace & ~member.workspaceMask(workspace.teams, second, nano)) != 0)"),
            new Fault(
                    SUBSET,
                    "WorkspaceRules",
                    "(action.workspacePermissions().bits() & ~member.workspaceMask(workspace.teams, second, nano)) == 0",
                    "(action.workspacePermissions().bits() & member.workspaceMask(workspace.teams, second, nano)) != 0"),
            new Fault(
                    NO_GRANT_NEEDED,
                    "DeviceRules",
                    "neededOnDevice == 0 && neededInWorkspace == 0",
                    "neededOnDevice == 0"),
            new Fault(
                    NO_NEEDS,
                    "WorkspaceRules",
                    "if (member == null) { return Reason.NOT_A_MEMBER; }",
                    "if (member == null || member.workspaceMask(workspace.teams, second, nano) == 0) { return Reason.NOT_A_MEMBER; }"),
            new Fault(
                    NO_NEEDS,
                    "WorkspaceRules",
                    "if (mask == null) { return Reason.NOT_A_MEMBER; }",
                    "if (mask == null || mask == 0) { return Reason.NOT_A_MEMBER; }"),
            new Fault(CONTEXT, "DeviceInquiry", "if (inContext) {", "if (inContext && context == null) {"),
            new Fault(
                    CONTEXT, "DeviceCheck", "if (through == null || through.number == owning.number) {", "if (true) {"),
            new Fault(CONTEXT, "DeviceCheck", "if (through == null || through.number == number) {", "if (true) {"),
            new Fault(CONTEXT, "DeviceSearch", "if (through == null || workspace == through) {", "if (true) {"),
            new Fault(
                    CONTEXT_ORDER,
                    "DeviceInquiry",
                    "if (device == null) { return Reason.UNKNOWN_DEVICE; }"
                            + " if (inContext && context == null) { return Reason.UNKNOWN_WORKSPACE; }",
                    "if (inContext && context == null) { return Reason.UNKNOWN_WORKSPACE; }"
                            + " if (device == null) { return Reason.UNKNOWN_DEVICE; }"),
            new Fault(
                    CONTEXT_ORDER,
                    "DeviceInquiry",
                    "presences.isEmpty() ? Reason.UNKNOWN_DEVICE",
                    "presences.isEmpty() ? Reason.UNKNOWN_WORKSPACE"),
            new Fault(
                    CONTEXT_ORDER,
                    "DeviceInquiry",
                    "if (!rows.isSuspendedOrItsOwner(device)) {",
                    "if (!rows.isSuspendedOrItsOwner(device) && (context == null || !context.suspended)) {"),
            new Fault(
                    CONTEXT_OWNED,
                    "DeviceInquiry",
                    "if (!rows.isSuspendedOrItsOwner(device)) {",
                    "if (inContext ? !device.suspended : !rows.isSuspendedOrItsOwner(device)) {"),
            new Fault(LINK, "DeviceRules", "if (!link.leadsTo(device, owning)) {", "if (device != link.boundTo) {"),
            new Fault(LINK, "DeviceRules", "if (!link.leadsTo(device, owning)) {", "if (false) {"),
            new Fault(
                    LINK_MODE,
                    "IndexDraft",
                    "catalogue.linkMode(link.mode())",
                    "catalogue.linkMode(io.doorward.permission.LinkMode.WRITE)"
                            + ".or(() -> catalogue.linkMode(link.mode()))"),
            new Fault(LINK_MODE, "DeviceRules", "(action.devicePermissions().bits() & ~link.linkMask) == 0 &&", ""),
            new Fault(
                    LINK_RELATION,
                    "WorkspaceRules",
                    "if (member == null) { return Reason.NOT_A_MEMBER; }",
                    "if (member == null) { return principal.isLink() && java.util.Arrays.stream(workspace.present.entries).anyMatch(entry -> entry == principal.boundTo)"
                            + " ? Reason.MISSING_PERMISSIONS : Reason.NOT_A_MEMBER; }"),
            new Fault(LINK_NEVER, "DeviceRules", "&& action.workspacePermissions().isEmpty()", ""),
            new Fault(LINK_NEVER, "DeviceRules", "&& !action.owningWorkspaceOnly()", ""),
            new Fault(
                    LINK_DEV,
                    "DeviceRules",
                    "principal.leadsTo(presence) ? principal.linkMask : 0",
                    "principal.boundTo == presence.device ? principal.linkMask : 0"),
            new Fault(
                    DEFAULT_DENY,
                    "DeviceRules",
                    "if (member == null) { return Reason.NOT_A_MEMBER; }",
                    "if (member == null) { return workspace.members.size() == 0 ? Reason.ALLOWED : Reason.NOT_A_MEMBER; }"));
}
