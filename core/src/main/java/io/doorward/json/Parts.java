package io.doorward.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.doorward.change.Access;
import io.doorward.change.Holder;
import io.doorward.change.Holder.MemberHolder;
import io.doorward.change.Holder.TeamHolder;
import io.doorward.model.DeviceId;
import io.doorward.model.OrganizationId;
import io.doorward.model.PrincipalId;
import io.doorward.model.ProductId;
import io.doorward.model.TeamId;
import io.doorward.model.Window;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.Catalogue;
import io.doorward.permission.LinkMode;
import io.doorward.permission.Permission;
import io.doorward.permission.Scope;
import io.doorward.token.TokenHash;
import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** The components of changes. Most stand under one key; of the others it is said here how their keys go together. */
final class Parts {

    /** When something is valid; always, where both keys are absent. */
    static final Part<Window> WINDOW = new Part<>(
            Part.Rule.OPTIONAL,
            ImmutableList.of(ChangeKeys.NOT_BEFORE, ChangeKeys.EXPIRES_AT),
            Parts::readWindow,
            Rows::window);

    /** What somebody is to hold, by the keys of a member. */
    static final Part<Access> ACCESS = new Part<>(
            Part.Rule.OPTIONAL,
            ImmutableList.of(ChangeKeys.PERMISSIONS, ChangeKeys.ALL_DEVICES, ChangeKeys.PRODUCTS, ChangeKeys.DEVICES),
            Parts::readAccess,
            Parts::writeAccess);

    /** A member or a team. */
    static final Part<Holder> HOLDER = new Part<>(
            Part.Rule.EXACTLY_ONE,
            ImmutableList.of(ChangeKeys.MEMBER, ChangeKeys.TEAM),
            Parts::readHolder,
            Parts::writeHolder);

    /** A token, by its hash or in the clear. */
    static final Part<TokenHash> TOKEN = new Part<>(
            Part.Rule.EXACTLY_ONE,
            ImmutableList.of(ChangeKeys.SHA256, ChangeKeys.TOKEN),
            values -> exactlyOne(values, ChangeKeys.SHA256, ChangeKeys.TOKEN)
                    ? either(values.get(ChangeKeys.SHA256), values.get(ChangeKeys.TOKEN))
                    : null,
            (row, hash) -> row.set(ChangeKeys.SHA256.name(), ChangeKeys.SHA256.write(hash)));

    static final Part<PrincipalId> USER = Part.required(ChangeKeys.USER);
    static final Part<String> OPTIONAL_EMAIL = Part.optional(ChangeKeys.EMAIL);
    static final Part<String> NAME = Part.optional(ChangeKeys.NAME);
    static final Part<Boolean> SUSPENDED = Part.required(ChangeKeys.SUSPENDED);
    static final Part<PrincipalId> PRINCIPAL = Part.required(ChangeKeys.PRINCIPAL);
    static final Part<TokenHash> OLD = Part.required(ChangeKeys.OLD);
    static final Part<TokenHash> NEW = Part.required(ChangeKeys.NEW);
    static final Part<Instant> OLD_EXPIRES_AT = Part.required(ChangeKeys.OLD_EXPIRES_AT);
    static final Part<OrganizationId> ORGANIZATION = Part.required(ChangeKeys.ORGANIZATION);
    static final Part<PrincipalId> OWNER = Part.required(ChangeKeys.OWNER);
    static final Part<List<Permission>> ORGANIZATION_PERMISSIONS_OR_NONE =
            Part.permissionsOrNone(ChangeKeys.PERMISSIONS, Scope.ORGANIZATION);
    static final Part<List<Permission>> ORGANIZATION_PERMISSIONS =
            Part.permissions(ChangeKeys.PERMISSIONS, Scope.ORGANIZATION);
    static final Part<WorkspaceId> WORKSPACE = Part.required(ChangeKeys.WORKSPACE);
    static final Part<OrganizationId> OPTIONAL_ORGANIZATION = Part.optional(ChangeKeys.ORGANIZATION);
    static final Part<String> SLUG = Part.optional(ChangeKeys.SLUG);
    static final Part<List<Permission>> WORKSPACE_PERMISSIONS =
            Part.permissions(ChangeKeys.PERMISSIONS, Scope.WORKSPACE);
    static final Part<String> EMAIL = Part.required(ChangeKeys.EMAIL);
    static final Part<DeviceId> DEVICE = Part.required(ChangeKeys.DEVICE);
    static final Part<List<Permission>> DEVICE_PERMISSIONS = Part.permissions(ChangeKeys.PERMISSIONS, Scope.DEVICE);
    static final Part<ProductId> PRODUCT = Part.required(ChangeKeys.PRODUCT);
    static final Part<TeamId> TEAM = Part.required(ChangeKeys.TEAM);
    static final Part<TeamId> INNER = Part.required(ChangeKeys.INNER);
    static final Part<PrincipalId> API_USER = Part.required(ChangeKeys.API_USER);
    static final Part<ProductId> OPTIONAL_PRODUCT = Part.optional(ChangeKeys.PRODUCT);
    static final Part<List<String>> TAGS_OR_NONE = Part.orEmpty(ChangeKeys.TAGS);
    static final Part<List<String>> TAGS = Part.required(ChangeKeys.TAGS);
    static final Part<List<Permission>> OPTIONAL_CEILING = Part.optional(ChangeKeys.CEILING);
    static final Part<TokenHash> CODE = Part.required(ChangeKeys.CODE);
    static final Part<List<Permission>> CEILING = Part.permissions(ChangeKeys.CEILING, Scope.DEVICE);
    static final Part<PrincipalId> LINK = Part.required(ChangeKeys.LINK);
    static final Part<LinkMode> MODE = Part.required(ChangeKeys.MODE);
    static final Part<Catalogue> CATALOGUE = Part.required(ChangeKeys.CATALOGUE);
    static final Part<Instant> BEFORE = Part.required(ChangeKeys.BEFORE);

    private Parts() {}

    private static @Nullable Window readWindow(ChangeValues values) {
        try {
            return Window.of(values.get(ChangeKeys.NOT_BEFORE), values.get(ChangeKeys.EXPIRES_AT));
        } catch (IllegalArgumentException e) {
            values.emptyWindow(String.valueOf(e.getMessage()));
            return null;
        }
    }

    private static Access readAccess(ChangeValues values) {
        List<Permission> permissions = values.get(ChangeKeys.PERMISSIONS);
        return new Access(
                permissions == null ? List.of() : Part.ofScope(Scope.WORKSPACE, permissions),
                values.get(ChangeKeys.ALL_DEVICES),
                orEmpty(values.get(ChangeKeys.PRODUCTS)),
                orEmpty(values.get(ChangeKeys.DEVICES)));
    }

    private static void writeAccess(ObjectNode row, Access access) {
        if (!access.permissions().isEmpty()) {
            row.set(ChangeKeys.PERMISSIONS.name(), Part.names(Scope.WORKSPACE, access.permissions()));
        }
        if (access.allDevices() != null) {
            row.set(ChangeKeys.ALL_DEVICES.name(), ChangeKeys.ALL_DEVICES.write(access.allDevices()));
        }
        if (!access.products().isEmpty()) {
            row.set(ChangeKeys.PRODUCTS.name(), ChangeKeys.PRODUCTS.write(access.products()));
        }
        if (!access.devices().isEmpty()) {
            row.set(ChangeKeys.DEVICES.name(), ChangeKeys.DEVICES.write(access.devices()));
        }
    }

    private static @Nullable Holder readHolder(ChangeValues values) {
        if (!exactlyOne(values, ChangeKeys.MEMBER, ChangeKeys.TEAM)) {
            return null;
        }
        PrincipalId member = values.get(ChangeKeys.MEMBER);
        TeamId team = values.get(ChangeKeys.TEAM);
        if (member != null) {
            return new MemberHolder(member);
        }
        return team == null ? null : new TeamHolder(team);
    }

    private static void writeHolder(ObjectNode row, Holder holder) {
        if (holder instanceof MemberHolder member) {
            row.set(ChangeKeys.MEMBER.name(), ChangeKeys.MEMBER.write(member.principal()));
        } else if (holder instanceof TeamHolder team) {
            row.set(ChangeKeys.TEAM.name(), ChangeKeys.TEAM.write(team.team()));
        }
    }

    private static boolean exactlyOne(ChangeValues values, ChangeKey<?> one, ChangeKey<?> other) {
        if (values.has(one) == values.has(other)) {
            values.notOne(one, other);
            return false;
        }
        return true;
    }

    private static <T> @Nullable T either(@Nullable T one, @Nullable T other) {
        return one == null ? other : one;
    }

    private static <K extends Comparable<K>, V> SortedMap<K, V> orEmpty(@Nullable SortedMap<K, V> map) {
        return map == null ? ImmutableSortedMap.of() : map;
    }
}
