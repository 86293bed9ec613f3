package io.doorward.generator;

import io.doorward.generator.Facts.ApiUserRow;
import io.doorward.generator.Facts.ClaimRow;
import io.doorward.model.Grant;
import io.doorward.model.Policy;
import io.doorward.model.Rights;
import io.doorward.model.Token;
import io.doorward.model.Window;
import io.doorward.model.Workspace;
import io.doorward.permission.Action;
import io.doorward.permission.Catalogue;
import io.doorward.permission.LinkMode;
import io.doorward.permission.Permissions;
import io.doorward.permission.Scope;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoField;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/** What a policy can have in it, seen by looking at the finished policy. */
public enum Feature {
    // Catalogues
    DEFAULT_CATALOGUE(f -> f.policy.catalogue().equals(Catalogue.defaults())),
    ONE_PERMISSION(f -> device(f).size() == 1),
    SIXTY_FOUR_PERMISSIONS(f -> device(f).size() == 64),
    BIT_63_GRANTED(f -> f.grants.stream().anyMatch(g -> g.permissions().bits() < 0)),
    BIT_63_NEEDED(f -> f.anyAction(a ->
            a.scope().orElseThrow() == Scope.DEVICE && a.devicePermissions().bits() < 0)),
    NO_DEVICE_PERMISSIONS(f -> device(f).size() == 0),
    NO_WORKSPACE_PERMISSIONS(f -> f.policy.catalogue().workspace().size() == 0),
    NO_ORGANIZATION_PERMISSIONS(f -> f.policy.catalogue().organization().size() == 0),
    NOTHING_IMPLICIT(f -> device(f).size() > 0 && device(f).implicit().isEmpty()),
    SEVERAL_IMPLICIT(f -> device(f).implicit().size() > 1),
    IMPLICIT_IMPLIES(
            f -> !device(f).implicit().closed().minus(device(f).implicit()).isEmpty()),
    IMPLICATIONS_THREE_DEEP(f -> device(f).list().stream().anyMatch(p -> Facts.chain(device(f), p) >= 3)),
    WORKSPACE_IMPLICATIONS(f -> hasImplications(f.policy.catalogue().workspace())),
    ORGANIZATION_IMPLICATIONS(f -> hasImplications(f.policy.catalogue().organization())),
    DEFAULT_CEILING_CUTS(f ->
            !f.policy.catalogue().defaultCeiling().asGrant().equals(device(f).all())),
    NO_PUBLIC_LINKS(f -> f.policy.catalogue().linkMode(LinkMode.READ).isEmpty()
            || f.policy.catalogue().linkMode(LinkMode.WRITE).isEmpty()),
    DEVICE_ACTION_WITH_BOTH_NEEDS(f -> f.anyAction(a -> a.scope().orElseThrow() == Scope.DEVICE
            && !a.devicePermissions().isEmpty()
            && !a.workspacePermissions().isEmpty())),
    DEVICE_ACTION_WITHOUT_NEEDS(f -> f.anyAction(Feature::isFreeDeviceAction)),
    OWNING_ONLY_WITHOUT_NEEDS(f -> f.anyAction(a -> isFreeDeviceAction(a) && a.owningWorkspaceOnly())),
    OWNER_ONLY_WITH_NEEDS(
            f -> f.anyAction(a -> a.ownerOnly() && !a.organizationPermissions().isEmpty())),
    DEFAULT_NAME_ON_OTHER_SCOPE(f -> f.anyAction(a -> Catalogue.defaults()
            .action(a.name())
            .filter(known -> !known.scope().equals(a.scope()))
            .isPresent())),

    // Windows
    TOUCHING_WINDOWS(f -> f.windows.stream()
            .anyMatch(a -> a.expiresAt() != null
                    && f.windows.stream().anyMatch(b -> a.expiresAt().equals(b.notBefore())))),
    ONE_NANOSECOND_WINDOW(f -> f.windows.stream()
            .anyMatch(w -> w.notBefore() != null
                    && w.expiresAt() != null
                    && w.notBefore().plusNanos(1).equals(w.expiresAt()))),
    YEAR_0001(f -> f.anyBound(b -> b.atOffset(ZoneOffset.UTC).getYear() == 1)),
    YEAR_9999(f -> f.anyBound(b -> b.atOffset(ZoneOffset.UTC).getYear() == 9999)),
    NANOSECOND_999999999(f -> f.anyBound(b -> b.get(ChronoField.NANO_OF_SECOND) == 999_999_999)),
    BEFORE_1970(f -> f.anyBound(b -> b.isBefore(Instant.EPOCH))),
    BEYOND_A_LONG_OF_NANOSECONDS(f -> f.anyBound(b -> b.isAfter(Instant.ofEpochSecond(0, Long.MAX_VALUE)))),
    MEMBERSHIP_WINDOW(
            f -> f.members.stream().anyMatch(row -> !row.member().window().isAlways())),
    TEAM_MEMBERSHIP_WINDOW(f -> f.teams.stream()
            .anyMatch(row -> row.team().members().values().stream().anyMatch(w -> !w.isAlways()))),
    ALL_DEVICES_WINDOW(f -> f.anyRights(
            (w, r) -> r.allDevices() != null && !r.allDevices().window().isAlways())),
    PRODUCT_GRANT_WINDOW(
            f -> f.anyRights((w, r) -> r.products().values().stream().anyMatch(Feature::isWindowed))),
    DEVICE_GRANT_WINDOW(f -> f.anyRights((w, r) -> r.devices().values().stream().anyMatch(Feature::isWindowed))),

    // Members and teams
    USER_IN_THREE_WORKSPACES(f -> f.policy.users().keySet().stream()
            .anyMatch(user -> f.workspaces.stream()
                            .filter(w -> w.members().containsKey(user))
                            .count()
                    >= 3)),
    API_USER_WITHOUT_ROW(f -> f.apiUsers.stream().anyMatch(row -> !hasRow(row))),
    API_USER_WITH_WINDOWED_ROW(f -> f.apiUsers.stream()
            .anyMatch(row -> hasRow(row)
                    && !row.workspace()
                            .members()
                            .get(row.apiUser().id())
                            .window()
                            .isAlways())),
    API_USER_WITHOUT_ROW_IN_TEAM(f -> f.apiUsers.stream()
            .anyMatch(row -> !hasRow(row)
                    && row.workspace().teams().values().stream()
                            .anyMatch(t -> t.members().containsKey(row.apiUser().id())))),
    TEAMS_FOUR_DEEP(f -> f.teams.stream().anyMatch(row -> Facts.depth(row.workspace(), row.team()) >= 4)),
    TEAM_DIAMOND(f -> f.teams.stream().anyMatch(row -> row.workspace().teams().keySet().stream()
            .anyMatch(inner -> Facts.paths(row.workspace(), row.team(), inner) > 1))),
    IN_INNER_AND_OUTER_TEAM(f -> f.teams.stream().anyMatch(row -> row.workspace().teams().values().stream()
            .anyMatch(inner -> Facts.paths(row.workspace(), row.team(), inner.id()) > 0
                    && inner.members().keySet().stream()
                            .anyMatch(p -> row.team().members().containsKey(p))))),

    // Grants
    EMPTY_ALL_DEVICES_GRANT(f -> f.anyRights(
            (w, r) -> r.allDevices() != null && r.allDevices().permissions().isEmpty())),
    NO_ALL_DEVICES_GRANT(f -> f.anyRights((w, r) -> r.allDevices() == null)),
    EMPTY_DEVICE_GRANT(f -> f.anyRights((w, r) ->
            r.devices().values().stream().anyMatch(g -> g.permissions().isEmpty()))),
    PRODUCT_GRANT_ON_A_DEVICE(f -> f.anyRights(Feature::hasProductInUse)),
    GRANT_ON_CLAIMED_DEVICE(f -> f.anyRights((w, r) ->
            r.devices().keySet().stream().anyMatch(device -> w.claims().containsKey(device)))),
    CLAIMED_DEVICE_OF_A_PRODUCT_NAMED_LIKE_ONE_HERE(f -> f.claims.stream().anyMatch(row -> isNamesake(f, row))),
    RIGHTS_SPLIT_OVER_TWO_WORKSPACES(f -> f.claims.stream().anyMatch(row -> row.from().members().keySet().stream()
            .anyMatch(p -> row.to().members().containsKey(p)))),

    // Claims
    CLAIM_WITH_DEFAULT_CEILING(
            f -> f.claims.stream().anyMatch(row -> row.claim().ceiling() == null)),
    CLAIM_WITH_CEILING(f -> f.claims.stream()
            .anyMatch(row ->
                    row.claim().ceiling() != null && !row.claim().ceiling().isEmpty())),
    CLAIM_WITH_EMPTY_CEILING(f -> f.claims.stream()
            .anyMatch(row ->
                    row.claim().ceiling() != null && row.claim().ceiling().isEmpty())),
    CLAIMED_TWICE(f -> f.devices.stream()
            .anyMatch(d -> f.workspaces.stream()
                            .filter(w -> w.claims().containsKey(d.id()))
                            .count()
                    > 1)),

    // Organizations
    WORKSPACE_WITHOUT_ORGANIZATION(f -> f.workspaces.stream().anyMatch(w -> w.organization() == null)),
    OWNER_WITHOUT_MEMBERSHIP(f -> f.organizations().anyMatch(o -> f.workspaces.stream()
            .anyMatch(w -> f.isOwner(o.owner(), w) && !w.members().containsKey(o.owner())))),
    OWNER_WITH_MEMBERSHIP(
            f -> f.members.stream().anyMatch(row -> f.isOwner(row.member().principal(), row.workspace()))),
    OWNER_WITH_WINDOWED_MEMBERSHIP(f -> f.members.stream()
            .anyMatch(row -> f.isOwner(row.member().principal(), row.workspace())
                    && !row.member().window().isAlways())),
    OWNER_WHERE_A_DEVICE_IS_CLAIMED(
            f -> f.claims.stream().anyMatch(row -> row.to().organization() != null)),
    OWNER_OF_BOTH_SIDES_OF_A_CLAIM(f -> f.claims.stream()
            .anyMatch(row -> row.to().organization() != null
                    && row.to().organization().equals(row.from().organization()))),
    ADMIN(f -> f.organizations().anyMatch(o -> !o.admins().isEmpty())),
    OWNER_WITH_ADMIN_ROW(f -> f.organizations().anyMatch(o -> o.admins().containsKey(o.owner()))),

    // Suspensions
    USER_SUSPENDED(f -> f.policy.users().values().stream().anyMatch(user -> user.suspended())),
    API_USER_SUSPENDED(f -> f.apiUsers.stream().anyMatch(row -> row.apiUser().suspended())),
    LINK_SUSPENDED(f -> f.policy.publicLinks().values().stream().anyMatch(link -> link.suspended())),
    DEVICE_SUSPENDED(f -> f.devices.stream().anyMatch(device -> device.suspended())),
    CLAIMED_DEVICE_SUSPENDED(f -> f.claims.stream().anyMatch(row -> row.device().suspended())),
    WORKSPACE_SUSPENDED(f -> f.workspaces.stream().anyMatch(Workspace::suspended)),
    OWNING_WORKSPACE_OF_A_CLAIM_SUSPENDED(
            f -> f.claims.stream().anyMatch(row -> row.from().suspended())),
    CLAIMING_WORKSPACE_SUSPENDED(f -> f.claims.stream().anyMatch(row -> row.to().suspended())),

    // Links and tokens
    LINK_READ(f -> hasLink(f, LinkMode.READ)),
    LINK_WRITE(f -> hasLink(f, LinkMode.WRITE)),
    LINK_ON_CLAIMED_DEVICE(f -> f.policy.publicLinks().values().stream().anyMatch(link -> f.isClaimed(link.device()))),
    SEVERAL_TOKENS(f -> f.tokenLists.stream().anyMatch(list -> list.size() > 1)),
    NO_TOKEN(f -> f.tokenLists.stream().anyMatch(list -> list.isEmpty())),
    REVOKED_TOKEN_IN_ITS_WINDOW(
            f -> f.tokens().anyMatch(t -> t.revokedAt() != null && t.window().contains(t.revokedAt()))),
    REVOKED_IN_THE_FUTURE(
            f -> f.tokens().anyMatch(t -> t.revokedAt() != null && t.revokedAt().isAfter(Moments.NOW))),
    REVOKED_AND_WINDOWED(
            f -> f.tokens().anyMatch(t -> t.revokedAt() != null && !t.window().isAlways())),
    EXPIRED_TOKEN(f -> f.tokens().map(Token::window).anyMatch(Feature::isPast)),
    TOKEN_NOT_YET_VALID(f -> f.tokens().map(Token::window).anyMatch(Feature::isFuture)),

    // Rows without effect
    INVITE(f -> f.workspaces.stream().anyMatch(w -> !w.invites().isEmpty())),
    OFFER(f -> f.workspaces.stream().anyMatch(w -> !w.offers().isEmpty())),

    // Ids
    IDS_DIFFER_IN_CASE(f -> f.anyPair(String::equalsIgnoreCase)),
    IDS_DIFFER_IN_A_BLANK(f -> f.anyPair((a, b) -> a.strip().equals(b.strip()))),
    IDS_IN_TWO_UNICODE_FORMS(f -> f.anyPair((a, b) -> nfc(a).equals(nfc(b)))),
    IDS_SHARE_THEIR_LOW_BYTES(f -> f.anyPair(Feature::shareLowBytes)),
    IDS_ORDERED_OTHERWISE_IN_UTF_16(f ->
            f.anyPair((a, b) -> a.codePointAt(0) > 0xFFFF && b.codePointAt(0) < 0x10000 && b.codePointAt(0) > 0xDFFF)),
    ID_WITH_COLON(f -> f.anyId(id -> id.contains(":"))),
    ID_WITH_BAR(f -> f.anyId(id -> id.contains("|"))),
    ID_WITH_STAR(f -> f.anyId(id -> id.contains("*"))),
    ID_WITH_DOLLARS(f -> f.anyId(id -> id.contains("$$"))),
    ID_WITH_EMOJI(f -> f.anyId(id -> id.codePoints().anyMatch(c -> c > 0xFFFF))),
    ID_OF_256_BYTES(f -> f.anyId(id -> id.getBytes(StandardCharsets.UTF_8).length == 256)),
    ONE_ID_IN_SEVERAL_SPACES(f -> f.anyId(id ->
            f.idSpaces.values().stream().filter(space -> space.contains(id)).count() >= 3));

    @SuppressWarnings("ImmutableEnumChecker") // the lambdas above hold nothing
    private final Predicate<Facts> detector;

    Feature(Predicate<Facts> detector) {
        this.detector = detector;
    }

    /** The features of a policy. */
    public static Set<Feature> of(Policy policy) {
        Facts facts = new Facts(policy);
        Set<Feature> features = EnumSet.noneOf(Feature.class);
        for (Feature feature : values()) {
            if (feature.detector.test(facts)) {
                features.add(feature);
            }
        }
        return features;
    }

    private static Permissions device(Facts f) {
        return f.policy.catalogue().device();
    }

    private static boolean hasImplications(Permissions permissions) {
        return permissions.list().stream().anyMatch(p -> Facts.chain(permissions, p) > 0);
    }

    private static boolean isFreeDeviceAction(Action a) {
        return a.scope().orElseThrow() == Scope.DEVICE
                && a.devicePermissions().isEmpty()
                && a.workspacePermissions().isEmpty();
    }

    private static boolean hasRow(ApiUserRow row) {
        return row.workspace().members().containsKey(row.apiUser().id());
    }

    private static boolean hasProductInUse(Workspace w, Rights rights) {
        return w.devices().values().stream()
                .anyMatch(d -> d.product() != null && rights.products().containsKey(d.product()));
    }

    /** A grant on a product here would reach a device that has a product of that name elsewhere. */
    private static boolean isNamesake(Facts f, ClaimRow claim) {
        return claim.device().product() != null
                && f.anyRights((w, r) -> w.id().equals(claim.to().id())
                        && r.products().containsKey(claim.device().product()));
    }

    private static boolean hasLink(Facts f, LinkMode mode) {
        return f.policy.publicLinks().values().stream().anyMatch(link -> link.mode() == mode);
    }

    private static boolean isWindowed(Grant grant) {
        return !grant.window().isAlways();
    }

    private static boolean isPast(Window window) {
        return window.expiresAt() != null && !window.expiresAt().isAfter(Moments.NOW);
    }

    private static boolean isFuture(Window window) {
        return window.notBefore() != null && window.notBefore().isAfter(Moments.NOW);
    }

    private static String nfc(String id) {
        return Normalizer.normalize(id, Normalizer.Form.NFC);
    }

    private static boolean shareLowBytes(String a, String b) {
        if (a.length() != b.length()) {
            return false;
        }
        for (int i = 0; i < a.length(); i++) {
            if ((a.charAt(i) & 0xFF) != (b.charAt(i) & 0xFF)) {
                return false;
            }
        }
        return true;
    }
}
