package io.doorward.generator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.doorward.json.PolicyJson;
import io.doorward.model.Policy;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A policy as a document that may be changed at will: what no longer has what it refers to, or is there twice, is dropped
 * before it becomes a policy again. Invites and offers, which decide nothing, are dropped, too.
 */
final class PolicyDocument {

    private static final ObjectMapper JSON = new ObjectMapper();

    final ObjectNode root;

    PolicyDocument(Policy policy) {
        try {
            root = (ObjectNode) JSON.readTree(PolicyJson.toJson(policy));
        } catch (IOException e) {
            throw new IllegalStateException("A policy's own JSON could not be read", e);
        }
    }

    /** The policy of this revision, and the document after what was dropped. */
    Policy policy(long revision) {
        root.put("revision", revision);
        new Repair().repair();
        return PolicyJson.read(root.toString());
    }

    /** The rows in an array of a row, which is made if it is not there. */
    static List<ObjectNode> rows(JsonNode holder, String key) {
        List<ObjectNode> rows = new ArrayList<>();
        for (JsonNode row : array(holder, key)) {
            rows.add((ObjectNode) row);
        }
        return rows;
    }

    static ArrayNode array(JsonNode holder, String key) {
        JsonNode array = holder.get(key);
        return array instanceof ArrayNode there ? there : ((ObjectNode) holder).putArray(key);
    }

    static @Nullable String text(JsonNode row, String key) {
        return row.has(key) ? row.get(key).asText() : null;
    }

    /** Everyone who may have tokens, and whether he is suspended. */
    List<ObjectNode> principals() {
        List<ObjectNode> principals = rows(root, "users");
        for (ObjectNode workspace : rows(root, "workspaces")) {
            principals.addAll(rows(workspace, "apiUsers"));
        }
        principals.addAll(rows(root, "publicLinks"));
        return principals;
    }

    /** Drops what is wrong, from what is referred to towards what refers. */
    private final class Repair {

        private final Set<String> principals = new HashSet<>();
        private final Set<String> organizations = new HashSet<>();
        private final Set<String> devices = new HashSet<>();
        private final Set<String> tokens = new HashSet<>();

        void repair() {
            keep(root, "users", user -> principals.add(id(user)));
            Set<String> users = new HashSet<>(principals);
            keep(root, "organizations", row -> users.contains(text(row, "owner")) && organizations.add(id(row)));
            for (ObjectNode organization : rows(root, "organizations")) {
                Set<String> admins = new HashSet<>();
                keep(organization, "admins", row -> users.contains(text(row, "user")) && admins.add(text(row, "user")));
            }
            Set<String> workspaces = new HashSet<>();
            keep(root, "workspaces", row -> workspaces.add(id(row)));
            for (ObjectNode workspace : rows(root, "workspaces")) {
                keep(workspace, "devices", row -> devices.add(id(row)));
                keep(workspace, "apiUsers", row -> principals.add(id(row)));
            }
            rows(root, "workspaces").forEach(workspace -> repair(workspace, users));
            keep(root, "publicLinks", row -> devices.contains(text(row, "device")) && principals.add(id(row)));
            for (ObjectNode principal : principals()) {
                keep(principal, "tokens", row -> tokens.add(text(row, "sha256")));
            }
        }

        private void repair(ObjectNode workspace, Set<String> users) {
            workspace.remove(List.of("invites", "offers"));
            if (!organizations.contains(text(workspace, "organization"))) {
                workspace.remove("organization");
            }
            Set<String> products = ids(workspace, "products");
            Set<String> present = ids(workspace, "devices");
            for (ObjectNode device : rows(workspace, "devices")) {
                if (!products.contains(text(device, "product"))) {
                    device.remove("product");
                }
            }
            keep(workspace, "claims", row -> devices.contains(text(row, "device")) && present.add(text(row, "device")));
            Set<String> apiUsers = ids(workspace, "apiUsers");
            Set<String> members = new HashSet<>();
            keep(workspace, "members", row -> {
                String who = text(row, "principal");
                return (users.contains(who) || apiUsers.contains(who)) && members.add(who);
            });
            members.addAll(apiUsers);
            Set<String> teams = new HashSet<>();
            keep(workspace, "teams", row -> teams.add(id(row)));
            for (ObjectNode team : rows(workspace, "teams")) {
                keepText(team, "teams", teams::contains);
                keepText(team, "members", members::contains);
            }
            List<ObjectNode> holders = rows(workspace, "members");
            holders.addAll(rows(workspace, "teams"));
            for (ObjectNode holder : holders) {
                keepKeys(holder, "products", products);
                keepKeys(holder, "devices", present);
            }
        }

        private void keep(ObjectNode holder, String key, Predicate<ObjectNode> isGood) {
            List<ObjectNode> good = rows(holder, key).stream().filter(isGood).toList();
            holder.putArray(key).addAll(good);
        }

        private void keepText(ObjectNode holder, String key, Predicate<String> isGood) {
            List<JsonNode> good = new ArrayList<>();
            for (JsonNode row : array(holder, key)) {
                if (isGood.test(
                        row.isTextual() ? row.asText() : row.get("principal").asText())) {
                    good.add(row);
                }
            }
            holder.putArray(key).addAll(good);
        }

        private void keepKeys(ObjectNode holder, String key, Set<String> good) {
            if (holder.get(key) instanceof ObjectNode map) {
                map.retain(good);
            }
        }

        private Set<String> ids(ObjectNode holder, String key) {
            Set<String> ids = new HashSet<>();
            rows(holder, key).forEach(row -> ids.add(id(row)));
            return ids;
        }

        private String id(ObjectNode row) {
            return row.get("id").asText();
        }
    }
}
