package io.doorward.policytest;

import io.doorward.decision.Reason;
import io.doorward.document.DocumentReader;
import io.doorward.document.ObjectWalk;
import io.doorward.document.Position;
import io.doorward.document.Shape;
import io.doorward.policytest.TestDraft.Text;
import io.doorward.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the text of a policy test as far as it can be judged without the policy: keys, types and words. For one document.
 */
final class PolicyTestReader {

    private static final String FORMAT = "doorward/policy-test/1";

    private static final Shape DOCUMENT = Shape.of("a policy test", "format!", "policy!", "at", "tests!");

    private static final Shape TEST = Shape.of(
            "a test",
            "name!",
            "at",
            "token",
            "principal",
            "action",
            "device",
            "workspace",
            "organization",
            "expect",
            "reason",
            "devices",
            "workspaces",
            "principals",
            "permissions");

    private final List<TestDraft> tests = new ArrayList<>();
    private @Nullable Text policy;
    private @Nullable Instant at;

    /** The tests in the order written. */
    List<TestDraft> tests() {
        return tests;
    }

    /** Where the policy is; null if the document does not say. */
    @Nullable
    Text policy() {
        return policy;
    }

    @Nullable
    Instant at() {
        return at;
    }

    void readDocument(DocumentReader in) {
        ObjectWalk walk = in.object(DOCUMENT);
        while (walk.next()) {
            switch (walk.key()) {
                case "format" -> readFormat(in);
                case "policy" -> policy = readText(in);
                case "at" -> at = in.instant();
                default -> in.each(() -> readElement(in));
            }
        }
    }

    private static void readFormat(DocumentReader in) {
        Position position = in.here();
        String format = in.text();
        if (format != null && !format.equals(FORMAT)) {
            in.problem(position, "The format is " + Problem.quoted(format) + "; a policy test has \"" + FORMAT + "\".");
        }
    }

    private void readElement(DocumentReader in) {
        if (in.isObject()) {
            tests.add(readTest(in));
        } else {
            in.reject("an object");
        }
    }

    private static TestDraft readTest(DocumentReader in) {
        ObjectWalk walk = in.object(TEST);
        TestDraft test = new TestDraft(walk.position());
        while (walk.next()) {
            String key = walk.key();
            test.key(key, walk.keyPosition());
            switch (key) {
                case "at" -> readInstant(in, test);
                case "devices", "workspaces", "principals", "permissions" -> readList(in, test, key);
                default -> readText(in, test, key);
            }
        }
        if (!test.has("name")) {
            test.breakDown();
        }
        checkAnswer(in, test);
        return test;
    }

    private static void readInstant(DocumentReader in, TestDraft test) {
        Instant instant = in.instant();
        if (instant == null) {
            test.breakDown();
        } else {
            test.at(instant);
        }
    }

    private static void readText(DocumentReader in, TestDraft test, String key) {
        Text text = readText(in);
        if (text == null) {
            test.breakDown();
        } else {
            test.text(key, text);
        }
    }

    private static void readList(DocumentReader in, TestDraft test, String key) {
        List<Text> list = new ArrayList<>();
        if (!in.isArray()) {
            test.breakDown();
        }
        in.each(() -> {
            Text text = readText(in);
            if (text == null) {
                test.breakDown();
            } else {
                list.add(text);
            }
        });
        test.list(key, list);
    }

    private static @Nullable Text readText(DocumentReader in) {
        Position position = in.here();
        String text = in.text();
        return text == null ? null : new Text(position, text);
    }

    private static void checkAnswer(DocumentReader in, TestDraft test) {
        Text expect = test.find("expect");
        Text reason = test.find("reason");
        if (expect != null && !isAllow(expect) && !expect.text().equals("deny")) {
            in.problem(
                    expect.position(),
                    "\"expect\" is \"allow\" or \"deny\", not " + Problem.quoted(expect.text()) + ".");
            test.breakDown();
        }
        if (reason == null) {
            return;
        }
        Optional<Reason> known = reason(reason.text());
        if (known.isEmpty()) {
            in.problem(
                    reason.position(),
                    Problem.quoted(reason.text()) + " is no reason; the reasons are " + Arrays.toString(Reason.values())
                            + ".");
            test.breakDown();
        } else if (expect != null && isAllow(expect) != (known.get() == Reason.ALLOWED)) {
            in.problem(
                    reason.position(),
                    isAllow(expect)
                            ? "What is allowed has the reason ALLOWED; correct the reason or leave it out."
                            : "What is denied cannot have the reason ALLOWED; correct the reason or leave it out.");
            test.breakDown();
        }
    }

    static boolean isAllow(Text expect) {
        return expect.text().equals("allow");
    }

    static Optional<Reason> reason(String word) {
        return Arrays.stream(Reason.values())
                .filter(reason -> reason.name().equals(word))
                .findFirst();
    }
}
