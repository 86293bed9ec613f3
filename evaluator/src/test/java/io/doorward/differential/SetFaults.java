package io.doorward.differential;

import java.util.List;

/** Faults against "Effective sets": what Ws, Dev, a relationship and an owner are. */
final class SetFaults {

    private static final String GRANT =
            "A device grant carries its permissions, the implicit ones, and all that these imply";
    private static final String CLOSED =
            "a ceiling and a public link's mode are closed in the same way, implicit ones included";
    private static final String WS =
            "Ws(p, w) = closure of the union of p's own and its live teams' workspace permissions";
    private static final String DEV =
            "Dev(p, d, w) = own all-devices grant | own grant on d's product | own grant on d | the same of every live team";
    private static final String WINDOW = "each if inside its window";
    private static final String INNER = "who is in the inner team is in the outer one";
    private static final String CUT = "cut to the ceiling of d in w (no ceiling in the owning workspace)";
    private static final String NO_DEV =
            "where no live grant exists there is no Dev at all, which differs from an empty one";
    private static final String RELATIONSHIP =
            "Relationship: p owns the organization of w, or p has a membership of w inside its window";
    private static final String API_USER = "an API user has a membership even where the document lists no entry for it";
    private static final String OUTSIDE = "A membership outside its window gives nothing, its teams included";
    private static final String OWNER =
            "The owner has every workspace permission and every device permission, whatever a membership row of his says";
    private static final String OWNER_CLAIM =
            "for a device claimed into one of them the ceiling holds for the owner too";
    private static final String EMPTY = "Every set is empty where p, d, d's owning workspace or w is suspended";

    private SetFaults() {}

    static final List<Fault> ALL = List.of(
            new Fault(GRANT, "GrantCompiler", "grant.permissions().asGrant()", "grant.permissions().closed()"),
            new Fault(
                    GRANT,
                    "GrantCompiler",
                    "grant.permissions().asGrant()",
                    "grant.permissions().union(grant.permissions().permissions().implicit())"),
            new Fault(CLOSED, "IndexDraft", "ceiling.asGrant().bits()", "ceiling.bits()"),
            new Fault(CLOSED, "IndexDraft", "ceiling.asGrant().bits()", "ceiling.closed().bits()"),
            new Fault(CLOSED, "IndexDraft", "orElseThrow().asGrant().bits()", "orElseThrow().bits()"),
            new Fault(CLOSED, "IndexDraft", "orElseThrow().asGrant().bits()", "orElseThrow().closed().bits()"),
            new Fault(WS, "RightsCompiler", "rights.permissions().closed().bits()", "rights.permissions().bits()"),
            new Fault(WS, "MemberRow", "long mask = own.workspaceMask;", "long mask = 0;"),
            new Fault(WS, "MemberRow", "mask |= table.get(link.team).rights.workspaceMask;", ""),
            new Fault(WS, "MemberRow", "mask |= table.get(team).rights.workspaceMask;", ""),
            new Fault(WS, "MemberRow", "mask |= table.workspaceMask(bits);", ""),
            new Fault(WS, "TeamTable", "return rights.workspaceMask != 0;", "return false;"),
            new Fault(
                    WS,
                    "MemberRow",
                    "if (link.isLive(second, nano)) { mask |= table.get(link.team).rights.workspaceMask;",
                    "if (true) { mask |= table.get(link.team).rights.workspaceMask;"),
            new Fault(DEV, "RightsRow", "mask = grant.mask;", "mask = 0;"),
            new Fault(
                    DEV,
                    "RightsRow",
                    "grant = onProduct(product); if (grant != null && grant.isLive(second, nano)) {",
                    "grant = onProduct(product); if (false) {"),
            new Fault(DEV, "RightsRow", "? apartMask(device, second, nano)", "? 0"),
            new Fault(DEV, "RightsRow", ": codes.mask(code));", ": 0);"),
            new Fault(DEV, "RightsRow", "|| byProduct.length > 0", ""),
            new Fault(
                    "own grant on d's product, where w owns d (a claimed device has no product here)",
                    "IndexDraft",
                    "ceiling.asGrant().bits(), PresenceRow.NO_PRODUCT",
                    "ceiling.asGrant().bits(), 0"),
            new Fault(DEV, "MemberRow", "mask |= table.get(team).rights.liveMask(device, product, second, nano);", ""),
            new Fault(
                    DEV,
                    "MemberRow",
                    "mask |= table.get(link.team).rights.liveMask(device, product, second, nano);",
                    ""),
            new Fault(DEV, "MemberRow", "mask |= table.liveMask(bits, device, product, second, nano);", ""),
            new Fault(
                    DEV,
                    "MemberRow",
                    "if (link.isLive(second, nano)) { mask |= table.get(link.team).rights.liveMask",
                    "if (true) { mask |= table.get(link.team).rights.liveMask"),
            new Fault(DEV, "TeamTable", "mask |= rights(team).wideMask(product, second, nano);", ""),
            new Fault(DEV, "TeamTable", "? rights(team).apartMask(device, second, nano)", "? 0"),
            new Fault(DEV, "TeamTable", ": codes.mask(code);", ": 0;"),
            new Fault(
                    DEV,
                    "TeamTable",
                    "if (MemberTeams.contains(in, team)) { int code = GrantTable.codeOf(entry);",
                    "if (true) { int code = GrantTable.codeOf(entry);"),
            new Fault(
                    WINDOW,
                    "RightsRow",
                    "grant != null && grant.isLive(second, nano) ? grant.mask : 0",
                    "grant != null ? grant.mask : 0"),
            new Fault(WINDOW, "GrantRow", "return window.contains(second, nano);", "return true;"),
            new Fault(WINDOW, "WindowRow", "nano >= fromNano", "nano > fromNano"),
            new Fault(WINDOW, "WindowRow", "nano < toNano", "nano <= toNano"),
            new Fault(WINDOW, "WindowRow", "second > fromSecond ||", "second >= fromSecond ||"),
            new Fault(WINDOW, "WindowRow", "toSecond = expiresAt == null", "toSecond = true"),
            new Fault(INNER, "OuterTeams", "containing.getOrDefault(next, List.of()).forEach(open::push);", ""),
            new Fault(
                    INNER,
                    "OuterTeams",
                    "containing.computeIfAbsent(inner, t -> new ArrayList<>(1)).add(outer.id());",
                    "containing.computeIfAbsent(outer.id(), t -> new ArrayList<>(1)).add(inner);"),
            new Fault(
                    INNER, "OuterTeams", "if (reached.add(next)) {", "if (reached.size() < 3 && reached.add(next)) {"),
            new Fault(INNER, "MemberTeams", "through.toArray(new WindowRow[0])", "new WindowRow[] {through.get(0)}"),
            new Fault(
                    CUT,
                    "DeviceRules",
                    "liveMask(rows, principal, presence, second, nano) & presence.ceiling",
                    "liveMask(rows, principal, presence, second, nano)"),
            new Fault(CUT, "DeviceRules", "& ~claim.ceiling) == 0 ?", "& ~claim.ceiling) != -1 ?"),
            new Fault(CUT, "DeviceTable", "true, PresenceRow.NO_CEILING,", "true, ~4L,"),
            new Fault(
                    "never more than the ceiling (default: the catalogue's default ceiling)",
                    "IndexDraft",
                    "claim.ceiling() == null ? catalogue.defaultCeiling()",
                    "claim.ceiling() == null ? catalogue.device().all()"),
            new Fault(NO_DEV, "DeviceRules", "if (lacks || asksForAnyGrant)", "if (lacks)"),
            new Fault(
                    NO_DEV,
                    "DeviceRules",
                    "member.grantState(workspace.teams, presence.device, presence.productNumber, second, nano) == GrantState.LIVE",
                    "member.deviceMask(workspace.teams, presence.device, presence.productNumber, second, nano) != 0"),
            new Fault(
                    RELATIONSHIP,
                    "WorkspaceRules",
                    "if (!member.window.contains(second, nano)) { return Reason.EXPIRED; }",
                    ""),
            new Fault(
                    RELATIONSHIP,
                    "DeviceRules",
                    "if (!member.window.contains(second, nano)) { return Reason.EXPIRED; }",
                    ""),
            new Fault(
                    RELATIONSHIP,
                    "WorkspaceRules",
                    "return member != null && member.window.contains(second, nano);",
                    "return member != null;"),
            new Fault(API_USER, "MemberCompiler", "if (!members.containsKey(apiUser))", "if (false)"),
            new Fault(API_USER, "MemberCompiler", "if (!members.containsKey(apiUser))", "if (true)"),
            new Fault(
                    API_USER,
                    "MemberCompiler",
                    "add(members, apiUser, WindowRow.ALWAYS, rights.none(), teams);",
                    "add(members, apiUser, WindowRow.ALWAYS, rights.none(), Map.of());"),
            new Fault(
                    OUTSIDE,
                    "DeviceRules",
                    "member == null || !member.window.contains(second, nano) ? 0",
                    "member == null ? 0"),
            new Fault(
                    OUTSIDE,
                    "WorkspaceRules",
                    "member == null || !member.window.contains(second, nano) ? 0",
                    "member == null ? 0"),
            new Fault(
                    OWNER,
                    "WorkspaceRules",
                    "if (workspace.isOwnedBy(principal)) { return Reason.ALLOWED; } MemberRow member",
                    "MemberRow member"),
            new Fault(
                    OWNER,
                    "WorkspaceRules",
                    "if (workspace.isOwnedBy(principal)) { return Reason.ALLOWED; } MemberRow member",
                    "if (workspace.isOwnedBy(principal) && workspace.membershipOf(principal) == null) {"
                            + " return Reason.ALLOWED; } MemberRow member"),
            new Fault(
                    OWNER,
                    "DeviceRules",
                    "if (owns) { return workspace.suspended",
                    "if (owns && member == null) {" + " return workspace.suspended"),
            new Fault(
                    OWNER,
                    "DeviceRules",
                    "if (workspace.isOwnedBy(principal)) { return workspace.allDevicePermissions; }",
                    ""),
            new Fault(
                    OWNER,
                    "WorkspaceRow",
                    "allDevicePermissions = catalogue.device().all().bits();",
                    "allDevicePermissions = catalogue.defaultCeiling().asGrant().bits();"),
            new Fault(
                    OWNER,
                    "WorkspaceRules",
                    "return workspace.allWorkspacePermissions;",
                    "return workspace.membershipOf(principal) == null ? workspace.allWorkspacePermissions"
                            + " : workspace.membershipOf(principal).workspaceMask(workspace.teams, second, nano);"),
            new Fault(
                    OWNER_CLAIM,
                    "DeviceRules",
                    "Reason.SUSPENDED : outcomeAtTheClaim(action, claim);",
                    "Reason.SUSPENDED : Reason.ALLOWED;"),
            new Fault(EMPTY, "DeviceRules", "if (rows.workspace(presence).suspended) { return 0; }", ""),
            new Fault(
                    EMPTY,
                    "Lists",
                    "device == null || rows.isSuspendedOrItsOwner(device) || (context",
                    "device == null || (context"),
            new Fault(EMPTY, "Lists", "workspace == null || workspace.suspended ? 0", "workspace == null ? 0"),
            new Fault(
                    EMPTY,
                    "Lists",
                    "principal == null || asker.standing(second, nano) != Reason.ALLOWED",
                    "principal == null"));
}
