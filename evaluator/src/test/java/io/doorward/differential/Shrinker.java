package io.doorward.differential;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.doorward.json.PolicyJson;
import io.doorward.model.Policy;
import io.doorward.problem.InvalidPolicyException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes a policy smaller while something holds of it. Takes whole workspaces away, then users, then rows, grants, windows,
 * single permissions and what the catalogue defines: whatever the document has, from the outside in, until nothing can go
 * any more. What others refer to goes once they are gone.
 */
final class Shrinker {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Predicate<Policy> holds;

    private Shrinker(Predicate<Policy> holds) {
        this.holds = holds;
    }

    /** A policy of which this holds still, and of no policy with one part less. */
    static Policy shrink(Policy policy, Predicate<Policy> holds) {
        try {
            return new Shrinker(holds).shrink(policy);
        } catch (IOException e) {
            throw new IllegalStateException("A policy's own JSON could not be read", e);
        }
    }

    /** A part: a key of an object or an index of an array, by the path to it. */
    private record Part(List<Object> path) {}

    private Policy shrink(Policy policy) throws IOException {
        JsonNode document = JSON.readTree(PolicyJson.toJson(policy));
        boolean smaller = true;
        while (smaller) {
            smaller = false;
            for (Part part : parts(document)) {
                JsonNode less = without(document, part);
                if (less != null && isGood(less)) {
                    document = less;
                    smaller = true;
                }
            }
        }
        return PolicyJson.read(document.toString());
    }

    private boolean isGood(JsonNode document) throws IOException {
        Policy policy;
        try {
            policy = PolicyJson.read(document.toString());
        } catch (InvalidPolicyException e) {
            return false;
        }
        return holds.test(policy);
    }

    /** Level by level; of an array the last first, so that taking one away leaves the paths of the others right. */
    private static List<Part> parts(JsonNode document) {
        List<Part> parts = new ArrayList<>();
        Deque<Part> open = new ArrayDeque<>(List.of(new Part(List.of())));
        while (!open.isEmpty()) {
            Part part = open.remove();
            List<Part> inner = inner(part, at(document, part.path));
            parts.addAll(inner);
            open.addAll(inner);
        }
        return parts;
    }

    private static List<Part> inner(Part part, @Nullable JsonNode node) {
        List<Part> inner = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            object.fieldNames().forEachRemaining(key -> inner.add(step(part, key)));
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                inner.add(step(part, i));
            }
        }
        Collections.reverse(inner);
        return inner;
    }

    private static Part step(Part part, Object step) {
        List<Object> path = new ArrayList<>(part.path);
        path.add(step);
        return new Part(path);
    }

    /** The document without a part, or null if it has gone with another. */
    private static @Nullable JsonNode without(JsonNode document, Part part) {
        if (at(document, part.path) == null) {
            return null;
        }
        JsonNode less = document.deepCopy();
        JsonNode holder = at(less, part.path.subList(0, part.path.size() - 1));
        Object last = part.path.get(part.path.size() - 1);
        if (holder instanceof ObjectNode object) {
            object.remove(last.toString());
        } else if (holder instanceof ArrayNode array) {
            array.remove((Integer) last);
        }
        return less;
    }

    private static @Nullable JsonNode at(JsonNode document, List<Object> path) {
        JsonNode node = document;
        for (Object step : path) {
            node = node == null ? null : step instanceof Integer index ? node.get(index) : node.get(step.toString());
        }
        return node;
    }
}
