package io.doorward.policytest;

import io.doorward.permission.Scope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The questions that a test can ask, each by the key that holds the expected answer and the keys that go with it. */
enum Combination {
    DECISION("expect", Askers.TOKEN_OR_PRINCIPAL, Places.ANY),
    DEVICES("devices", Askers.TOKEN_OR_PRINCIPAL, Places.CONTEXT),
    WORKSPACES("workspaces", Askers.TOKEN_OR_PRINCIPAL, Places.NONE),
    PRINCIPALS("principals", Askers.NONE, Places.ANY),
    PERMISSIONS("permissions", Askers.PRINCIPAL, Places.ANY);

    /** Who asks. */
    enum Askers {
        TOKEN_OR_PRINCIPAL,
        PRINCIPAL,
        NONE;

        List<String> keys() {
            return switch (this) {
                case TOKEN_OR_PRINCIPAL -> List.of("token", "principal");
                case PRINCIPAL -> List.of("principal");
                case NONE -> List.of();
            };
        }
    }

    /** What the question is about. */
    enum Places {
        /** A device, a workspace or an organization; a workspace beside a device is its context. */
        ANY,
        /** All devices, or all of one workspace. */
        CONTEXT,
        NONE;

        List<String> keys() {
            return switch (this) {
                case ANY -> List.of("device", "workspace", "organization");
                case CONTEXT -> List.of("workspace");
                case NONE -> List.of();
            };
        }
    }

    private final String answer;
    private final Askers askers;
    private final Places places;

    Combination(String answer, Askers askers, Places places) {
        this.answer = answer;
        this.askers = askers;
        this.places = places;
    }

    /** All that may stand in such a test beside a name and an instant, in the order in which a message lists them. */
    private List<String> keys() {
        List<String> keys = new ArrayList<>(askers.keys());
        if (hasAction()) {
            keys.add("action");
        }
        keys.addAll(places.keys());
        keys.add(answer);
        if (this == DECISION) {
            keys.add("reason");
        }
        return keys;
    }

    private boolean hasAction() {
        return this != PERMISSIONS;
    }

    /** The key that holds the expected answer. */
    String answer() {
        return answer;
    }

    /** The combination that a test means by its keys; empty, after a problem was reported, if it means none or two. */
    static Optional<Combination> of(TestDraft test, Complaints complaints) {
        List<Combination> meant = Arrays.stream(values())
                .filter(combination -> test.has(combination.answer))
                .toList();
        if (meant.isEmpty()) {
            complaints.add(
                    test.position(),
                    "This test expects nothing; add one of expect, devices, workspaces, principals, permissions.");
            return Optional.empty();
        }
        if (meant.size() > 1) {
            complaints.add(
                    test.keyPosition(meant.get(1).answer),
                    "A test asks one question, and this one has both " + meant.get(0).answer + " and "
                            + meant.get(1).answer + "; make two tests of it.");
            return Optional.empty();
        }
        return Optional.of(meant.get(0));
    }

    /** Reports every key that does not belong to this combination or is missing from it. */
    void check(TestDraft test, Complaints complaints) {
        List<String> keys = keys();
        for (String key : test.keys()) {
            if (!keys.contains(key) && !key.equals("name") && !key.equals("at")) {
                complaints.add(
                        test.keyPosition(key),
                        "The key \"" + key + "\" does not go with \"" + answer + "\", which goes with "
                                + String.join(", ", keys) + "; remove it or ask in a test of its own.");
            }
        }
        checkAsker(test, complaints);
        if (hasAction() && !test.has("action")) {
            complaints.add(test.position(), "The key \"action\" is missing in this test; name the action it is about.");
        }
        checkPlace(test, complaints);
    }

    private void checkAsker(TestDraft test, Complaints complaints) {
        List<String> given = askers.keys().stream().filter(test::has).toList();
        if (given.size() > 1) {
            complaints.add(
                    test.keyPosition(given.get(1)), "A test has either a token or a principal, not both; remove one.");
        } else if (given.isEmpty() && !askers.keys().isEmpty()) {
            complaints.add(
                    test.position(),
                    "This test does not say who asks; add " + String.join(" or ", askers.keys()) + ".");
        }
    }

    private void checkPlace(TestDraft test, Complaints complaints) {
        if (places != Places.ANY) {
            return;
        }
        if (test.has("organization") && (test.has("device") || test.has("workspace"))) {
            complaints.add(
                    test.keyPosition("organization"),
                    "A test is about one thing, and this one names an organization beside a "
                            + (test.has("device") ? "device" : "workspace") + "; remove one.");
        } else if (scope(test) == null) {
            complaints.add(
                    test.position(), "This test does not say what it is about; add device, workspace or organization.");
        }
    }

    /** What kind of thing the action is asked on, or the permissions are held on; null if that is not said. */
    @Nullable
    Scope scope(TestDraft test) {
        return switch (places) {
            case CONTEXT -> Scope.DEVICE;
            case NONE -> Scope.WORKSPACE;
            case ANY -> scopeOfPlace(test);
        };
    }

    private static @Nullable Scope scopeOfPlace(TestDraft test) {
        if (test.has("device")) {
            return Scope.DEVICE;
        }
        if (test.has("workspace")) {
            return Scope.WORKSPACE;
        }
        return test.has("organization") ? Scope.ORGANIZATION : null;
    }
}
