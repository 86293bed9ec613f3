package io.doorward.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.doorward.change.GrantSpec;
import io.doorward.document.Shape;
import io.doorward.model.DeviceId;
import io.doorward.model.Identifiers;
import io.doorward.model.InstantText;
import io.doorward.model.OrganizationId;
import io.doorward.model.PrincipalId;
import io.doorward.model.ProductId;
import io.doorward.model.TeamId;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.Catalogue;
import io.doorward.permission.LinkMode;
import io.doorward.permission.Permission;
import io.doorward.permission.Scope;
import io.doorward.problem.InvalidPolicyException;
import io.doorward.problem.Problem;
import io.doorward.token.TokenHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The keys of changes. */
final class ChangeKeys {

    static final ChangeKey<WorkspaceId> WORKSPACE = id("workspace", WorkspaceId::new);
    static final ChangeKey<OrganizationId> ORGANIZATION = id("organization", OrganizationId::new);
    static final ChangeKey<DeviceId> DEVICE = id("device", DeviceId::new);
    static final ChangeKey<ProductId> PRODUCT = id("product", ProductId::new);
    static final ChangeKey<TeamId> TEAM = id("team", TeamId::new);
    static final ChangeKey<TeamId> INNER = id("inner", TeamId::new);
    static final ChangeKey<PrincipalId> PRINCIPAL = id("principal", PrincipalId::new);
    static final ChangeKey<PrincipalId> USER = id("user", PrincipalId::new);
    static final ChangeKey<PrincipalId> OWNER = id("owner", PrincipalId::new);
    static final ChangeKey<PrincipalId> API_USER = id("apiUser", PrincipalId::new);
    static final ChangeKey<PrincipalId> LINK = id("link", PrincipalId::new);
    static final ChangeKey<PrincipalId> MEMBER = id("member", PrincipalId::new);

    static final ChangeKey<String> NAME = text("name", false);
    static final ChangeKey<String> SLUG = text("slug", true);
    static final ChangeKey<String> EMAIL = text("email", true);
    static final ChangeKey<List<String>> TAGS =
            new ChangeKey<>("tags", (in, key) -> readTags(in), ChangeKeys::writeTags);

    static final ChangeKey<Instant> NOT_BEFORE = instant("notBefore");
    static final ChangeKey<Instant> EXPIRES_AT = instant("expiresAt");
    static final ChangeKey<Instant> OLD_EXPIRES_AT = instant("oldExpiresAt");
    static final ChangeKey<Instant> BEFORE = instant("before");

    static final ChangeKey<Boolean> SUSPENDED =
            new ChangeKey<>("suspended", (in, key) -> in.bool(), BooleanNode::valueOf);
    static final ChangeKey<LinkMode> MODE =
            new ChangeKey<>("mode", (in, key) -> PublicLinkReader.mode(in), mode -> TextNode.valueOf(mode.name()));

    /** Of which scope they are, the change says. */
    static final ChangeKey<List<Permission>> PERMISSIONS = permissions("permissions");

    static final ChangeKey<List<Permission>> CEILING = permissions("ceiling");
    static final ChangeKey<GrantSpec> ALL_DEVICES = new ChangeKey<>("allDevices", GrantSpecs::read, GrantSpecs::write);
    static final ChangeKey<SortedMap<ProductId, GrantSpec>> PRODUCTS = new ChangeKey<>(
            "products",
            (in, key) -> GrantSpecs.readAll(in, RightsReader.PRODUCTS, ProductId::new),
            GrantSpecs::writeAll);
    static final ChangeKey<SortedMap<DeviceId, GrantSpec>> DEVICES = new ChangeKey<>(
            "devices", (in, key) -> GrantSpecs.readAll(in, RightsReader.DEVICES, DeviceId::new), GrantSpecs::writeAll);

    static final ChangeKey<TokenHash> SHA256 =
            new ChangeKey<>("sha256", (in, key) -> readHash(in, HashReader::readSha256), ChangeKeys::writeHash);
    static final ChangeKey<TokenHash> TOKEN =
            new ChangeKey<>("token", (in, key) -> readHash(in, HashReader::readToken), ChangeKeys::writeHash);
    static final ChangeKey<TokenHash> OLD = secret("old", Shape.of("an old token", "sha256", "token"), "The old token");
    static final ChangeKey<TokenHash> NEW = secret("new", Shape.of("a new token", "sha256", "token"), "The new token");
    static final ChangeKey<TokenHash> CODE = secret("code", ClaimReader.CODE, "A code");

    static final ChangeKey<Catalogue> CATALOGUE =
            new ChangeKey<>("catalogue", (in, key) -> readCatalogue(in), CatalogueRows::of);

    private ChangeKeys() {}

    private static <V> ChangeKey<V> id(String name, Function<String, V> make) {
        return new ChangeKey<>(
                name,
                (in, key) -> {
                    String id = in.id();
                    return id == null ? null : id(in, id, make);
                },
                id -> TextNode.valueOf(id.toString()));
    }

    private static <V> @Nullable V id(PolicyInput in, String id, Function<String, V> make) {
        try {
            return make.apply(id);
        } catch (IllegalArgumentException e) {
            in.document().problem(in.document().here(), String.valueOf(e.getMessage()));
            return null;
        }
    }

    private static ChangeKey<String> text(String name, boolean notEmpty) {
        return new ChangeKey<>(name, (in, key) -> readText(in, notEmpty), text -> writeText(name, text, notEmpty));
    }

    private static @Nullable String readText(PolicyInput in, boolean notEmpty) {
        String text = in.text();
        String fault = text == null ? null : Identifiers.faultOf(text, notEmpty);
        if (fault != null) {
            in.document().problem(in.document().here(), in.document().label() + " " + fault + ".");
            return null;
        }
        return text;
    }

    private static JsonNode writeText(String name, String text, boolean notEmpty) {
        String fault = Identifiers.faultOf(text, notEmpty);
        if (fault != null) {
            throw new IllegalArgumentException("The " + name + " " + Problem.quoted(text) + " " + fault + ".");
        }
        return TextNode.valueOf(text);
    }

    private static List<String> readTags(PolicyInput in) {
        List<String> tags = new ArrayList<>(1);
        in.each(() -> {
            String tag = readText(in, false);
            if (tag != null) {
                tags.add(tag);
            }
        });
        return tags;
    }

    private static JsonNode writeTags(List<String> tags) {
        var list = Rows.list();
        tags.forEach(tag -> list.add(writeText("tag", tag, false)));
        return list;
    }

    private static ChangeKey<Instant> instant(String name) {
        return new ChangeKey<>(
                name, (in, key) -> in.instant(), instant -> TextNode.valueOf(InstantText.format(instant)));
    }

    private static ChangeKey<List<Permission>> permissions(String name) {
        return new ChangeKey<>(
                name,
                (in, key) -> in.permissions(Scope.DEVICE),
                list -> Rows.texts(list.stream().map(Permission::name).toList()));
    }

    private static ChangeKey<TokenHash> secret(String name, Shape shape, String noun) {
        Shape secret = shape.secret();
        return new ChangeKey<>(name, (in, key) -> HashReader.readObject(in, secret, noun), hash -> {
            ObjectNode row = Rows.row();
            row.set("sha256", writeHash(hash));
            return row;
        });
    }

    /** How a hash is read. */
    private interface HashReading {

        void read(HashReader reader);
    }

    private static @Nullable TokenHash readHash(PolicyInput in, HashReading reading) {
        HashReader reader = new HashReader(in);
        reading.read(reader);
        return reader.hash();
    }

    private static JsonNode writeHash(TokenHash hash) {
        return TextNode.valueOf(hash.hex());
    }

    private static @Nullable Catalogue readCatalogue(PolicyInput in) {
        Catalogue.Builder catalogue = Catalogue.builder();
        CatalogueReader.read(in, catalogue);
        try {
            return catalogue.build();
        } catch (InvalidPolicyException e) {
            in.document().problems(e.problems());
            return null;
        }
    }
}
