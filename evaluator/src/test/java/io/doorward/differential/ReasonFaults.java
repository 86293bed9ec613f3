package io.doorward.differential;

import java.util.List;

/** Faults against "The reason", what is missing, lists, "To a client" and "Identity". */
final class ReasonFaults {

    private static final String FIRST = "The reason of a denial, the first that holds";
    private static final String ORGANIZATION = "organization: NOT_A_MEMBER; OWNER_ONLY; else MISSING_PERMISSIONS";
    private static final String WORKSPACE = "workspace: NOT_A_MEMBER; membership out of its window: EXPIRED";
    private static final String LINK =
            "device, for a public link: another device or context: NO_GRANT; else MISSING_PERMISSIONS";
    private static final String STEPS = "each workspace in which the device is present fails at its first failing step";
    private static final String EXPIRED =
            "EXPIRED, the window of the team membership through which the grant comes included";
    private static final String NEAREST = "Of several workspaces' reasons the nearest to an allow is given";
    private static final String MISSING = "device, then workspace (organization) permissions in catalogue order";
    private static final String CEILING = "for CLAIM_CEILING what the ceiling cut";
    private static final String FEWEST =
            "of the workspace that lacks fewest, then the owning one, then the first by id";
    private static final String NONE = "other reasons name none";
    private static final String SCOPE = "An action asked on another scope than its own is UNKNOWN_ACTION";
    private static final String LISTS = "Lists: all kinds of principal count";
    private static final String EMPTY = "what is suspended or unknown has empty lists and sets";
    private static final String UNION = "The permissions without a workspace named are the union over workspaces";
    private static final String CLIENT = "UNAUTHENTICATED for every token and principal reason";
    private static final String NOT_FOUND =
            "NOT_FOUND unless the asker has a live grant on the device, a relationship with the workspace or organization";
    private static final String EXACT = "Ids are compared exactly: no trimming, no case folding, no normalization";
    private static final String LENGTH = "An id is 1 to 256 bytes; a token over 1,024 characters is unknown";
    private static final String UTF8 = "A token's hash is SHA-256 of its UTF-8 bytes";
    private static final String SORTED = "sorted means by code point";
    private static final String DIES = "A subject resolved from a token dies with that token";
    private static final String HOLDS = "until which instant does it hold if nothing changes";

    private ReasonFaults() {}

    static final List<Fault> ALL = List.of(
            new Fault(
                    FIRST,
                    "Asker",
                    "if (Holder.isRevoked(holder)) { return Reason.TOKEN_REVOKED; }"
                            + " if (!window.contains(second, nano)) { return Reason.TOKEN_EXPIRED; }",
                    "if (!window.contains(second, nano)) { return Reason.TOKEN_EXPIRED; }"
                            + " if (Holder.isRevoked(holder)) { return Reason.TOKEN_REVOKED; }"),
            new Fault(
                    FIRST,
                    "Asker",
                    "if (Holder.isRevoked(holder))",
                    "if (Holder.isSuspended(holder)) { return Reason.SUSPENDED; } if (Holder.isRevoked(holder))"),
            new Fault(
                    FIRST,
                    "Asker",
                    "principal, null, Reason.UNKNOWN_PRINCIPAL",
                    "principal, null, Reason.UNKNOWN_TOKEN"),
            new Fault(
                    FIRST,
                    "Inquiry",
                    "if (standing != Reason.ALLOWED",
                    "if (action == null && standing == Reason.SUSPENDED && principal != null) {"
                            + " return Verdict.of(Reason.UNKNOWN_ACTION, List.of(), false); }"
                            + " if (standing != Reason.ALLOWED"),
            new Fault(
                    FIRST,
                    "Inquiry",
                    "Action known = action;",
                    "Action known = action; if (known == null && this instanceof DeviceInquiry d"
                            + " && d.presences().isEmpty()) {"
                            + " return Verdict.of(Reason.UNKNOWN_DEVICE, List.of(), false); }"),
            new Fault(
                    FIRST,
                    "DeviceInquiry",
                    "if (!rows.isSuspendedOrItsOwner(device)) {",
                    "if (!rows.isSuspendedOrItsOwner(device) || !mayKnow(principal, second, nano)) {"),
            new Fault(
                    FIRST,
                    "WorkspaceInquiry",
                    "found.suspended ? Reason.SUSPENDED :",
                    "found.suspended && mayKnow(principal, second, nano) ? Reason.SUSPENDED :"),
            new Fault(ORGANIZATION, "WorkspaceRules", "if (action.ownerOnly()) {", "if (false) {"),
            new Fault(
                    ORGANIZATION,
                    "WorkspaceRules",
                    "if (action.ownerOnly()) {",
                    "if (action.ownerOnly() && (action.organizationPermissions().bits() & ~mask) == 0) {"),
            new Fault(
                    ORGANIZATION,
                    "WorkspaceRules",
                    "if (organization.isOwnedBy(principal)) { return Reason.ALLOWED; }",
                    "if (organization.isOwnedBy(principal) && organization.adminMask(principal) == null) {"
                            + " return Reason.ALLOWED; }"),
            new Fault(ORGANIZATION, "IndexDraft", "permissions.closed().bits()", "permissions.bits()"),
            new Fault(WORKSPACE, "WorkspaceRules", "return Reason.EXPIRED;", "return Reason.NOT_A_MEMBER;"),
            new Fault(
                    LINK,
                    "DeviceRules",
                    "Reason.ALLOWED : Reason.MISSING_PERMISSIONS; }",
                    "Reason.ALLOWED : Reason.NO_GRANT; }"),
            new Fault(
                    STEPS,
                    "DeviceRules",
                    "if (member == null) { return Reason.NOT_A_MEMBER; }"
                            + " if (workspace.suspended) { return Reason.SUSPENDED; }",
                    "if (workspace.suspended) { return Reason.SUSPENDED; }"
                            + " if (member == null) { return Reason.NOT_A_MEMBER; }"),
            new Fault(
                    STEPS,
                    "DeviceRules",
                    "if (workspace.suspended) { return Reason.SUSPENDED; }"
                            + " if (!member.window.contains(second, nano)) { return Reason.EXPIRED; }",
                    "if (!member.window.contains(second, nano)) { return Reason.EXPIRED; }"
                            + " if (workspace.suspended) { return Reason.SUSPENDED; }"),
            new Fault(STEPS, "DeviceRules", "case NONE -> { return Reason.NO_GRANT; }", "case NONE -> {}"),
            new Fault(
                    STEPS,
                    "DeviceRules",
                    "long neededOnDevice",
                    "if (action.owningWorkspaceOnly() && claim != null) {"
                            + " return Reason.OWNING_WORKSPACE_ONLY; } long neededOnDevice"),
            new Fault(
                    STEPS,
                    "DeviceRules",
                    "~member.deviceMask(workspace.teams, device, product, second, nano)",
                    "~(member.deviceMask(workspace.teams, device, product, second, nano) & (claim == null ? -1 : claim.ceiling))"),
            new Fault(
                    STEPS,
                    "DeviceRules",
                    "if (action.owningWorkspaceOnly()) {",
                    "if (action.owningWorkspaceOnly()"
                            + " && (action.devicePermissions().bits() & ~claim.ceiling) == 0) {"),
            new Fault(
                    EXPIRED,
                    "DeviceRules",
                    "case OUT_OF_WINDOW -> { return Reason.EXPIRED; }",
                    "case OUT_OF_WINDOW -> {}"),
            new Fault(EXPIRED, "MemberRow", "through = GrantState.OUT_OF_WINDOW;", "through = GrantState.NONE;"),
            new Fault(
                    EXPIRED,
                    "MemberRow",
                    "if (through == GrantState.LIVE && !link.isLive(second, nano))",
                    "if (false)"),
            new Fault(EXPIRED, "TeamTable", "state = state.max(rights(team).wideState(product, second, nano));", ""),
            new Fault(EXPIRED, "TeamTable", "? rights(team).apartState(device, second, nano)", "? GrantState.NONE"),
            new Fault(STEPS, "TeamTable", ": GrantState.LIVE);", ": GrantState.NONE);"),
            // CLAIM_CEILING before OWNING_WORKSPACE_ONLY cannot be seen: no action brings both.
            new Fault(NEAREST, "DeviceInquiry", "case MISSING_PERMISSIONS -> 3;", "case MISSING_PERMISSIONS -> 1;"),
            new Fault(NEAREST, "DeviceInquiry", "case EXPIRED -> 4;", "case EXPIRED -> 2;"),
            new Fault(NEAREST, "DeviceInquiry", "case NO_GRANT -> 5;", "case NO_GRANT -> 3;"),
            new Fault(NEAREST, "DeviceInquiry", "case SUSPENDED -> 6;", "case SUSPENDED -> 4;"),
            new Fault(NEAREST, "DeviceInquiry", "default -> 7;", "default -> 5;"),
            new Fault(
                    MISSING,
                    "DeviceInquiry",
                    ".stream()) .toList();",
                    ".stream()).sorted(java.util.Comparator.comparing(Permission::scope)).toList();"),
            new Fault(
                    MISSING,
                    "Index",
                    "permissions.fromBits(bits).toList();",
                    "permissions.fromBits(bits).toList().stream()"
                            + ".sorted(java.util.Comparator.comparing(Permission::name)).toList();"),
            new Fault(MISSING, "OrganizationInquiry", "& ~found.admins.getOrDefault(principal.number, 0L)", ""),
            new Fault(MISSING, "WorkspaceInquiry", "& ~WorkspaceRules.rights(principal, found, second, nano)", ""),
            new Fault(CEILING, "DeviceInquiry", "onDevice & ~presence.ceiling", "onDevice"),
            new Fault(FEWEST, "DeviceInquiry", "lacking.size() < missing.size()", "lacking.size() > missing.size()"),
            new Fault(FEWEST, "DeviceInquiry", "lacking.size() < missing.size()", "lacking.size() <= missing.size()"),
            new Fault(
                    FEWEST,
                    "DeviceInquiry",
                    ".sorted(OWNING_FIRST.thenComparing(presence -> rows.workspace(presence).id))",
                    ".sorted(Comparator.comparing(presence -> rows.workspace(presence).id))"),
            new Fault(
                    NONE,
                    "DeviceInquiry",
                    "if (reason != Reason.MISSING_PERMISSIONS) {",
                    "if (reason != Reason.MISSING_PERMISSIONS && reason != Reason.NO_GRANT) {"),
            new Fault(SCOPE, "Index", "known != null && known.isAskedOn(scope)", "known != null"),
            new Fault(LISTS, "Lists", "add(runs, byId(device.links), link", "add(runs, Numbers.NONE, link"),
            new Fault(LISTS, "Lists", "add(runs, workspace.membersById, included(workspace, audience));", ""),
            new Fault(LISTS, "Lists", "add(runs, workspace.membersById, mayByRules);", ""),
            new Fault(LISTS, "Lists", "add(runs, ownerOf(workspace), owner -> true);", ""),
            new Fault(LISTS, "Lists", "add(runs, ownerOf(workspace), mayByRules);", ""),
            new Fault(LISTS, "Lists", "add(runs, new int[] {organization.owner}, mayByRules);", ""),
            new Fault(LISTS, "Lists", "device.owning.workspace == through.number) { add(", "true) { add("),
            new Fault(LISTS, "Lists", "device.workspace(i) == through.number) { addWhoMay", "true) { addWhoMay"),
            new Fault(
                    LISTS,
                    "Lists",
                    "if (workspace.suspended || DeviceRules.outcomeAtTheClaim",
                    "if (DeviceRules.outcomeAtTheClaim"),
            new Fault(
                    LISTS, "Lists", "presence.owning ? null : presence) != Reason.ALLOWED", "null) != Reason.ALLOWED"),
            new Fault(LISTS, "DeviceAudience", "return member.window.contains(second, nano) && ", "return "),
            new Fault(LISTS, "DeviceAudience", "if (link.isLive(second, nano)) {", "if (true) {"),
            new Fault(LISTS, "DeviceAudience", "those != 0 && mask != needed;", "those != 0 && mask == 0;"),
            new Fault(LISTS, "DeviceAudience", "|= ofTeams[i * Long.SIZE", "= ofTeams[i * Long.SIZE"),
            new Fault(LISTS, "DeviceAudience", "{ mask |= ofTeams[team]; }", "{ mask = ofTeams[team]; }"),
            new Fault(LISTS, "DeviceAudience", "mask |= throughTeamsForATime(member.teams);", ""),
            new Fault(
                    LISTS,
                    "DeviceAudience",
                    "neededInWorkspace == 0 || (neededInWorkspace",
                    "true || (neededInWorkspace"),
            new Fault(LISTS, "DeviceAudience", "neededOnDevice == 0 && neededInWorkspace == 0", "false"),
            new Fault(LISTS, "Merge", "while (runs[0].head == last)", "while (false)"),
            new Fault(SORTED, "Merge", "first.compareHeads(runs[1]) > 0", "false"),
            new Fault(
                    SORTED,
                    "PrincipalRun",
                    "Identifiers.compare(principals.row(head).text, principals.row(other.head).text)",
                    "principals.row(head).text.compareTo(principals.row(other.head).text)"),
            new Fault(LISTS, "DeviceSearch", "addWalked(new int[] {IdOrder.marked(principal.boundTo)}, reach);", ""),
            new Fault(LISTS, "DeviceSearch", "addPresent(reach);", ""),
            new Fault(
                    LISTS,
                    "WorkspaceDraft",
                    "IdOrder.marked(present(id)), true)",
                    "IdOrder.marked(present(id)), false)"),
            new Fault(LISTS, "WalkedDevices", "exactly == null || exactly.contains(number)", "true"),
            new Fault(LISTS, "WalkedDevices", "isDecided && !IdOrder.isMarked(entry)", "isDecided"),
            new Fault(LISTS, "GatheredDevices", "if (set.contains(number) && ", "if ("),
            new Fault(LISTS, "GatheredDevices", "!IdOrder.isMarked(entry) || reach.includes(number)", "true"),
            new Fault(LISTS, "DeviceReach", "if (workspace.suspended) { return nowhere; }", ""),
            new Fault(LISTS, "DeviceReach", "return carried ?", "return true ?"),
            new Fault(LISTS, "DeviceReach", "if (workspace.isOwnedBy(principal)) { return everywhere; }", ""),
            new Fault(
                    LISTS, "DeviceReach", "member == null || !member.window.contains(second, nano)", "member == null"),
            new Fault(LISTS, "DeviceReach", "if ((neededInWorkspace", "if (false && (neededInWorkspace"),
            new Fault(LISTS, "DeviceReach", "&& DeviceRules.outcomeAtTheClaim(action, claim) == Reason.ALLOWED", ""),
            new Fault(LISTS, "DeviceReach", "&& hasRights(device, PresenceRow.NO_PRODUCT)", "&& hasRights(device, 0)"),
            new Fault(LISTS, "MemberReach", "found[0] = member.own;", "found[0] = RightsRow.none(codes);"),
            new Fault(LISTS, "MemberReach", "if (link.isLive(second, nano)) {", "if (true) {"),
            new Fault(LISTS, "MemberReach", "wide |= brings(row.allDevices);", "wide = brings(row.allDevices);"),
            new Fault(LISTS, "MemberReach", "products[product] = masks[product] == needed;", ""),
            new Fault(LISTS, "MemberReach", "grant != null && grant.isLive(second, nano)", "grant != null"),
            new Fault(LISTS, "MemberReach", "== needed ? ENOUGH : PART", "== needed ? ENOUGH : ENOUGH"),
            new Fault(LISTS, "MemberReach", "isOnProducts || parts != null ? null : enough", "enough"),
            new Fault(LISTS, "GrantBits", "if (there == kind) {", "if (true) {"),
            new Fault(LISTS, "RightsRow", "there == kind ? 1 : 0", "1"),
            new Fault(
                    LISTS, "MemberReach", "neededOnDevice == 0 && action.workspacePermissions().bits() == 0", "false"),
            new Fault(LISTS, "MemberReach", "devices.add(device);", ""),
            new Fault(EMPTY, "PrincipalRun", "&& !principals.row(number).suspended", ""),
            new Fault(EMPTY, "WorkspaceDraft", "device.suspended() ? IdOrder.marked(deviceNumber) : ", ""),
            new Fault(EMPTY, "DeviceReach", "!DeviceTable.isSuspended(rows.devices.state(device)) && ", ""),
            new Fault(EMPTY, "DeviceBatch", "if (DeviceTable.isSuspended(state)) { return false; }", ""),
            new Fault(EMPTY, "KnownDevice", "DeviceTable.isPlain(state) ||", "true ||"),
            new Fault(LISTS, "KnownDevice", "&& DeviceTable.workspace(place) == workspace", ""),
            new Fault(LISTS, "DeviceBatch", "isOnlyHere = asking.isOnlyOf(workspace);", "isOnlyHere = true;"),
            new Fault(LISTS, "DeviceBatch", "asking.mayBeOf(workspace) &&", "!asking.mayBeOf(workspace) &&"),
            new Fault(LISTS, "PrincipalRow", "owns.length > 0 || Numbers", "Numbers"),
            new Fault(EMPTY, "DeviceReach", "&& !rows.workspace(DeviceTable.workspace(place)).suspended", ""),
            new Fault(EMPTY, "Lists", "workspace -> !workspace.suspended && ", "workspace -> "),
            new Fault(
                    EMPTY,
                    "Lists",
                    "if (reason == Reason.ALLOWED && context != null) { reason = standing(through); }",
                    ""),
            new Fault(UNION, "Lists", "mask |= DeviceRules.rights(", "mask = DeviceRules.rights("),
            new Fault(
                    "with a workspace they are Dev(p, d, w)",
                    "Lists",
                    "if (through == null || presence.workspace == through.number) { mask",
                    "if (true) { mask"),
            new Fault(
                    CLIENT,
                    "Verdict",
                    "new Verdict(reason, List.of(), ClientReason.UNAUTHENTICATED)",
                    "new Verdict(reason, List.of(), reason == Reason.SUSPENDED ? ClientReason.SUSPENDED"
                            + " : ClientReason.UNAUTHENTICATED)"),
            new Fault(
                    NOT_FOUND, "Verdict", "if (!mayKnow) {", "if (!mayKnow && reason != Reason.MISSING_PERMISSIONS) {"),
            new Fault(NOT_FOUND, "Verdict", "if (!mayKnow) {", "if (!mayKnow && reason != Reason.SUSPENDED) {"),
            new Fault(NOT_FOUND, "Verdict", "if (!mayKnow) {", "if (!mayKnow && reason != Reason.UNKNOWN_ACTION) {"),
            new Fault(
                    NOT_FOUND,
                    "DeviceRules",
                    "return principal.leadsTo(presence);",
                    "return principal.boundTo == presence.device;"),
            new Fault(
                    NOT_FOUND,
                    "DeviceRules",
                    "return member != null && member.window.contains(second, nano) && member.grantState",
                    "return member != null && member.grantState"),
            new Fault(
                    NOT_FOUND,
                    "DeviceInquiry",
                    "return presences().stream() .anyMatch(",
                    "return device != null && IntStream.range(0, device.presences()).mapToObj(i -> rows.presence(device, i)).anyMatch("),
            new Fault(
                    NOT_FOUND,
                    "WorkspaceRules",
                    "return organization.isOwnedBy(principal) || organization.adminMask(principal) != null;",
                    "return organization.isOwnedBy(principal);"),
            new Fault(EXACT, "Index", "rows.devices.find(id)", "rows.devices.find(id.trim())"),
            new Fault(
                    EXACT,
                    "Index",
                    "rows.principals.find(principal)",
                    "rows.principals.find(principal.toLowerCase(java.util.Locale.ROOT))"),
            new Fault(
                    EXACT,
                    "Index",
                    "rows.workspaces.find(id)",
                    "rows.workspaces.find(java.text.Normalizer.normalize(id, java.text.Normalizer.Form.NFC))"),
            new Fault(
                    EXACT,
                    "Index",
                    "rows.devices.find(id)",
                    "rows.devices.find(id.chars().collect(StringBuilder::new,"
                            + " (text, c) -> text.append((char) (c & 0xFF)), StringBuilder::append).toString())"),
            new Fault(
                    LENGTH,
                    "IdTable",
                    "text.length() <= Identifiers.MAX_BYTES",
                    "text.length() < Identifiers.MAX_BYTES"),
            new Fault(LENGTH, "TokenDigest", "MAX_CHARACTERS = 1024;", "MAX_CHARACTERS = 1000;"),
            new Fault(
                    LENGTH,
                    "TokenDigest",
                    "(length > 2 * MAX_CHARACTERS || token.codePointCount(0, length) > MAX_CHARACTERS)",
                    "true"),
            new Fault(UTF8, "TokenDigest", "(byte) (0xC0 | c >> 6)", "(byte) (0xE0 | c >> 6)"),
            new Fault(
                    DIES,
                    "io.doorward.evaluator.Evaluator",
                    "new Subject(published.index().askerByToken(token))",
                    "published.index().askerByToken(token).principalId() == null"
                            + " ? new Subject(published.index().askerByToken(token))"
                            + " : subject(published.index().askerByToken(token).principalId())"),
            new Fault(HOLDS, "Inquiry", "asker.token.window.forEachBoundary(boundaries::add);", ""),
            new Fault(HOLDS, "Inquiry", "boundaries.tailSet(instant, false)", "boundaries"),
            new Fault(HOLDS, "Index", "if (!inquiry.at(boundary).equals(verdict)) {", "if (true) {"),
            new Fault(HOLDS, "MemberRow", "windows.accept(through);", ""),
            new Fault(HOLDS, "MemberRow", "windows.accept(window);", ""),
            new Fault(HOLDS, "MemberRow", "own.forEachWindow(presence, windows);", ""),
            new Fault(HOLDS, "MemberRow", "table.get(link.team).rights.forEachWindow(presence, windows);", ""));
}
