package io.doorward.exhaustive;

import static io.doorward.exhaustive.Dimension.*;

import com.google.common.collect.ImmutableMap;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a combination must keep to be a policy that differs from all others: a policy could not hold it otherwise, or one
 * of its values would have nothing to act on, so that the policy would be another combination's over again.
 */
record Rule(String words, List<Dimension> dimensions, Predicate<Combination> keeps) {

    private static final ImmutableMap<Dimension, Dimension> WINDOWS = ImmutableMap.of(
            ALL_DEVICES,
            ALL_DEVICES_SPAN,
            ON_PRODUCT,
            ON_PRODUCT_SPAN,
            ON_DEVICE,
            ON_DEVICE_SPAN,
            CLAIMING_ALL_DEVICES,
            CLAIMING_ALL_DEVICES_SPAN,
            CLAIMING_ON_DEVICE,
            CLAIMING_ON_DEVICE_SPAN,
            TEAM_ALL_DEVICES,
            TEAM_ALL_DEVICES_SPAN,
            TEAM_ON_PRODUCT,
            TEAM_ON_PRODUCT_SPAN,
            TEAM_ON_DEVICE,
            TEAM_ON_DEVICE_SPAN);

    static final List<Rule> ALL = all();

    /** Whether all rules are kept. */
    static boolean allKept(Combination combination) {
        return firstBroken(combination) == null;
    }

    /** The first rule that is not kept, or null. */
    static @Nullable Rule firstBroken(Combination combination) {
        for (Rule rule : ALL) {
            if (!rule.keeps.test(combination)) {
                return rule;
            }
        }
        return null;
    }

    private static List<Rule> all() {
        List<Rule> rules = new ArrayList<>();
        rules.add(rule(
                "A public link has no row anywhere, and API users only at home",
                c -> switch (c.get(KIND, Kind.class)) {
                    case USER -> true;
                    case API_USER_OF_OWNING -> c.is(CLAIMING_ROW, Row.NONE);
                    case API_USER_OF_CLAIMING -> c.is(ROW, Row.NONE);
                    default -> c.is(ROW, Row.NONE) && c.is(CLAIMING_ROW, Row.NONE);
                },
                KIND,
                ROW,
                CLAIMING_ROW));
        for (Dimension owner : List.of(OWNER, CLAIMING_OWNER)) {
            rules.add(rule(
                    "Only users own organizations",
                    c -> c.is(KIND, Kind.USER) || !c.is(owner, Owner.THE_PRINCIPAL),
                    KIND,
                    owner));
        }
        rules.add(rule(
                "The same organization needs one",
                c -> !c.is(CLAIMING_OWNER, Owner.SAME_ORGANIZATION) || !c.is(OWNER, Owner.NO_ORGANIZATION),
                OWNER,
                CLAIMING_OWNER));
        rules.add(rule(
                "Only users are admins, of an organization that is there",
                c -> !c.has(ADMIN) || (c.is(KIND, Kind.USER) && !c.is(OWNER, Owner.NO_ORGANIZATION)),
                KIND,
                OWNER,
                ADMIN));
        rules.add(rule(
                "Only users stand in a third workspace",
                c -> c.is(KIND, Kind.USER) || c.is(THIRD, Third.ABSENT) || c.is(THIRD, Third.STRANGER),
                KIND,
                THIRD));
        for (Dimension right : List.of(OFFICE, ALL_DEVICES, ON_PRODUCT, ON_DEVICE)) {
            rules.add(rule("Without a row, no rights in it", c -> !c.has(right) || !c.is(ROW, Row.NONE), ROW, right));
        }
        for (Dimension right :
                List.of(CLAIMING_OFFICE, CLAIMING_ALL_DEVICES, CLAIMING_ON_PRODUCT, CLAIMING_ON_DEVICE)) {
            rules.add(rule(
                    "Without a row, no rights in it",
                    c -> !c.has(right) || !c.is(CLAIMING_ROW, Row.NONE),
                    CLAIMING_ROW,
                    right));
        }
        rules.add(rule(
                "No grant on a device that is not there",
                c -> !c.is(CLAIM, Claimed.NOT_CLAIMED)
                        || (!c.has(CLAIMING_ON_DEVICE)
                                && !(c.has(TEAM_ON_DEVICE)
                                        && c.get(PATH, Path.class).isInClaiming())),
                CLAIM,
                CLAIMING_ON_DEVICE,
                PATH,
                TEAM_ON_DEVICE));
        WINDOWS.forEach((grant, span) ->
                rules.add(rule("Without a grant, no window of it", c -> !c.has(span) || c.has(grant), grant, span)));
        rules.add(rule(
                "Users in a team have a row in the workspace, API users are at home",
                c -> c.is(PATH, Path.NONE)
                        || (c.get(PATH, Path.class).isInClaiming()
                                ? c.is(KIND, Kind.API_USER_OF_CLAIMING)
                                        || (c.is(KIND, Kind.USER) && !c.is(CLAIMING_ROW, Row.NONE))
                                : c.is(KIND, Kind.API_USER_OF_OWNING)
                                        || (c.is(KIND, Kind.USER) && !c.is(ROW, Row.NONE))),
                KIND,
                ROW,
                CLAIMING_ROW,
                PATH));
        for (Dimension part :
                List.of(PATH_SPAN, SHORT_CUT, TEAM_OFFICE, TEAM_ALL_DEVICES, TEAM_ON_PRODUCT, TEAM_ON_DEVICE)) {
            rules.add(rule("Without a team, nothing of it", c -> !c.has(part) || !c.is(PATH, Path.NONE), PATH, part));
        }
        rules.add(
                rule("Without a team, no mate in it", c -> !c.is(OTHER, Other.TEAM_MATE) || c.has(PATH), PATH, OTHER));
        rules.add(rule(
                "A short cut needs a longer way",
                c -> !c.has(SHORT_CUT) || c.get(PATH, Path.class).depth() > 1,
                PATH,
                SHORT_CUT));
        return List.copyOf(rules);
    }

    private static Rule rule(String words, Predicate<Combination> keeps, Dimension... dimensions) {
        return new Rule(words, List.of(dimensions), keeps);
    }
}
