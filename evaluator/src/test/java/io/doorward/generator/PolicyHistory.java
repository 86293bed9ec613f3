package io.doorward.generator;

import static io.doorward.generator.PolicyDocument.array;
import static io.doorward.generator.PolicyDocument.rows;
import static io.doorward.generator.PolicyDocument.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.doorward.model.Policy;
import io.doorward.token.TokenHash;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * The states of one policy, one after the other: rows go and come again, devices move, tokens are revoked, come anew and
 * change hands, rights and memberships of teams go from one to another, owners and organizations change, and what was a user is an API user of the same id. All of one seed share
 * the catalogue, the ids and the tokens, so that what comes has often been there before.
 */
public final class PolicyHistory {

    private static final int VARIANTS = 5;

    private final long seed;
    private final Chance chance;
    private final List<World> variants = new ArrayList<>();
    private final List<String> tokens;
    private Policy policy;

    public PolicyHistory(long seed) {
        this.seed = seed;
        chance = new Chance(seed ^ 0x5DEECE66DL);
        for (int i = 0; i < VARIANTS; i++) {
            variants.add(PolicyGenerator.world(seed, i));
        }
        TreeSet<String> all = new TreeSet<>();
        variants.forEach(world -> all.addAll(world.tokens()));
        tokens = List.copyOf(all);
        policy = new PolicyDocument(variants.get(0).policy()).policy(0);
    }

    /** The state by now. */
    public World world() {
        return new World(seed, policy, tokens);
    }

    /** The next state. */
    public World next() {
        PolicyDocument document = new PolicyDocument(policy);
        for (int i = chance.oneOf(0, 1, 1, 1, 2, 2, 3, 5, 12); i > 0; i--) {
            change(document);
        }
        Policy next = document.policy(policy.revision().number() + 1);
        // Of a policy without anybody or without a workspace there is nothing to ask.
        if (next.users().isEmpty() || next.workspaces().isEmpty()) {
            return next();
        }
        policy = next;
        return world();
    }

    private void change(PolicyDocument document) {
        ObjectNode root = document.root;
        List<ObjectNode> workspaces = rows(root, "workspaces");
        switch (chance.between(0, 18)) {
            case 0, 1 -> restore(root, chance.oneOf("users", "organizations", "publicLinks"));
            case 2, 3 -> restore(root, "workspaces");
            case 4 -> drop(root, chance.oneOf("users", "organizations", "workspaces", "publicLinks"));
            case 5, 6 -> {
                if (!workspaces.isEmpty()) {
                    drop(chance.pick(workspaces), chance.oneOf("devices", "claims", "apiUsers", "members", "teams"));
                }
            }
            case 7 -> move(workspaces, "devices");
            case 8 -> move(workspaces, "apiUsers");
            case 9 -> suspend(document, workspaces);
            case 10, 11 -> token(document);
            case 12 -> own(root, workspaces);
            case 13, 14, 15 -> giveRights(workspaces);
            case 16 -> giveMembers(workspaces);
            case 17 -> joinEveryTeam(workspaces);
            default -> changeKind(root, workspaces);
        }
    }

    /** A row as another world has it; it takes the place of the one with its id. */
    private void restore(ObjectNode root, String key) {
        List<ObjectNode> others = rows(new PolicyDocument(chance.pick(variants).policy()).root, key);
        if (others.isEmpty()) {
            return;
        }
        ObjectNode other = chance.pick(others);
        ArrayNode rows = array(root, key);
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).get("id").equals(other.get("id"))) {
                rows.remove(i);
            }
        }
        rows.insert(chance.between(0, rows.size()), other);
    }

    private void drop(ObjectNode holder, String key) {
        ArrayNode rows = array(holder, key);
        if (!rows.isEmpty()) {
            rows.remove(chance.between(0, rows.size() - 1));
        }
    }

    private void move(List<ObjectNode> workspaces, String key) {
        if (workspaces.size() < 2) {
            return;
        }
        List<ObjectNode> two = chance.shuffled(workspaces);
        ArrayNode from = array(two.get(0), key);
        if (!from.isEmpty()) {
            array(two.get(1), key).add(from.remove(chance.between(0, from.size() - 1)));
        }
    }

    private void suspend(PolicyDocument document, List<ObjectNode> workspaces) {
        List<ObjectNode> things = document.principals();
        things.addAll(workspaces);
        workspaces.forEach(workspace -> things.addAll(rows(workspace, "devices")));
        if (!things.isEmpty()) {
            ObjectNode thing = chance.pick(things);
            thing.put("suspended", !thing.path("suspended").asBoolean());
        }
    }

    /** A token is added, revoked, removed or given to somebody else. */
    private void token(PolicyDocument document) {
        List<ObjectNode> principals = document.principals();
        if (principals.isEmpty()) {
            return;
        }
        ObjectNode principal = chance.pick(principals);
        ArrayNode own = array(principal, "tokens");
        if (own.isEmpty() || chance.of(0.25)) {
            if (!tokens.isEmpty()) {
                own.addObject()
                        .put(
                                "sha256",
                                TokenHash.ofClearText(chance.pick(tokens)).hex());
            }
            return;
        }
        int number = chance.between(0, own.size() - 1);
        switch (chance.between(0, 2)) {
            case 0 -> own.remove(number);
            case 1 -> ((ObjectNode) own.get(number)).put("revokedAt", Moments.NOW.toString());
            default -> array(chance.pick(principals), "tokens").insert(0, own.remove(number));
        }
    }

    private void own(ObjectNode root, List<ObjectNode> workspaces) {
        List<ObjectNode> organizations = rows(root, "organizations");
        List<ObjectNode> users = rows(root, "users");
        if (organizations.isEmpty()) {
            return;
        }
        ObjectNode organization = chance.pick(organizations);
        if (chance.of(0.5) && !users.isEmpty()) {
            organization.put("owner", text(chance.pick(users), "id"));
        } else if (!workspaces.isEmpty()) {
            chance.pick(workspaces).put("organization", text(organization, "id"));
        }
    }

    /** A member or a team has the rights, or some of the rights, of another one. */
    private void giveRights(List<ObjectNode> workspaces) {
        if (workspaces.isEmpty()) {
            return;
        }
        ObjectNode workspace = chance.pick(workspaces);
        List<ObjectNode> holders = rows(workspace, "members");
        holders.addAll(rows(workspace, "teams"));
        if (holders.isEmpty()) {
            return;
        }
        ObjectNode from = chance.pick(holders);
        ObjectNode to = chance.pick(holders);
        for (String key : chance.some(List.of("permissions", "allDevices", "products", "devices"), 0.4)) {
            if (from.has(key)) {
                to.set(key, from.get(key).deepCopy());
            } else {
                to.remove(key);
            }
        }
    }

    /** A team has the members of another one. */
    private void giveMembers(List<ObjectNode> workspaces) {
        if (!workspaces.isEmpty()) {
            List<ObjectNode> teams = rows(chance.pick(workspaces), "teams");
            if (!teams.isEmpty()) {
                chance.pick(teams)
                        .set("members", array(chance.pick(teams), "members").deepCopy());
            }
        }
    }

    /** A member is in every team of a workspace that has most of them, without a window. */
    private void joinEveryTeam(List<ObjectNode> workspaces) {
        ObjectNode workspace = workspaces.stream()
                .max(Comparator.comparingInt(one -> array(one, "teams").size()))
                .orElse(null);
        if (workspace == null || array(workspace, "members").isEmpty()) {
            return;
        }
        String member = text(chance.pick(rows(workspace, "members")), "principal");
        for (ObjectNode team : rows(workspace, "teams")) {
            ArrayNode members = array(team, "members");
            for (int i = members.size() - 1; i >= 0; i--) {
                JsonNode row = members.get(i);
                if ((row.isTextual() ? row.asText() : text(row, "principal")).equals(member)) {
                    members.remove(i);
                }
            }
            members.add(member);
        }
    }

    /** A user becomes an API user of the same id and tokens, or an API user a user. */
    private void changeKind(ObjectNode root, List<ObjectNode> workspaces) {
        if (workspaces.isEmpty()) {
            return;
        }
        ArrayNode users = array(root, "users");
        ArrayNode apiUsers = array(chance.pick(workspaces), "apiUsers");
        boolean toApiUser = chance.of(0.5);
        ArrayNode from = toApiUser ? users : apiUsers;
        if (!from.isEmpty()) {
            (toApiUser ? apiUsers : users).add(from.remove(chance.between(0, from.size() - 1)));
        }
    }
}
