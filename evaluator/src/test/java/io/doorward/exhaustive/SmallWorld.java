package io.doorward.exhaustive;

import static io.doorward.exhaustive.Dimension.*;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The small world: which combinations there are. All 45 dimensions crossed would be more than anybody can go through, so that
 * there are blocks, each of them complete: crosses of dimensions that act together, and neighbourhoods of a policy in which
 * any two or three dimensions have any values.
 */
final class SmallWorld {

    static final List<Block> BLOCKS = List.of(
            near("member", 3, Map.of(OWNER, Owner.SOMEBODY_ELSE, ON_DEVICE, Held.WRITE, CLAIMING_ON_DEVICE, Held.EDIT)),
            near(
                    "team",
                    3,
                    Map.of(
                            PATH,
                            Path.ONE_INSIDE,
                            TEAM_ON_DEVICE,
                            Held.EDIT,
                            ALL_DEVICES,
                            Held.NOTHING,
                            CLAIMING_ROW,
                            Row.NONE)),
            near("everything", 2, everything()),
            near(
                    "team in claiming",
                    2,
                    Map.of(PATH, Path.ONE_INSIDE_IN_CLAIMING, TEAM_ON_DEVICE, Held.WRITE_EDIT, ROW, Row.NONE)),
            near(
                    "owner",
                    2,
                    Map.of(
                            OWNER,
                            Owner.THE_PRINCIPAL,
                            CLAIMING_OWNER,
                            Owner.SAME_ORGANIZATION,
                            ROW,
                            Row.NONE,
                            CLAIMING_ROW,
                            Row.NONE)),
            near(
                    "API user of owning",
                    3,
                    Map.of(KIND, Kind.API_USER_OF_OWNING, CLAIMING_ROW, Row.NONE, ON_DEVICE, Held.WRITE)),
            near(
                    "API user of claiming",
                    3,
                    Map.of(KIND, Kind.API_USER_OF_CLAIMING, ROW, Row.NONE, CLAIMING_ON_DEVICE, Held.WRITE_EDIT)),
            near(
                    "API user without a row",
                    2,
                    Map.of(
                            KIND,
                            Kind.API_USER_OF_OWNING,
                            CLAIMING_ROW,
                            Row.NONE,
                            ROW,
                            Row.NONE,
                            PATH,
                            Path.ONE_INSIDE,
                            TEAM_ON_DEVICE,
                            Held.WRITE)),
            near("link", 3, Map.of(KIND, Kind.WRITE_LINK, ROW, Row.NONE, CLAIMING_ROW, Row.NONE)),
            cross("windows of grants")
                    .with(PATH, Path.DIRECT)
                    .over(ROW, Row.ALWAYS, Row.UNTIL_NOON, Row.FROM_NOON)
                    .over(ALL_DEVICES, Held.ABSENT, Held.WRITE)
                    .over(ALL_DEVICES_SPAN)
                    .over(ON_PRODUCT, Held.ABSENT, Held.EDIT)
                    .over(ON_PRODUCT_SPAN)
                    .over(ON_DEVICE, Held.ABSENT, Held.NOTHING)
                    .over(ON_DEVICE_SPAN)
                    .over(PATH_SPAN)
                    .over(TEAM_ALL_DEVICES, Held.ABSENT, Held.EDIT)
                    .over(TEAM_ALL_DEVICES_SPAN)
                    .over(TEAM_ON_PRODUCT, Held.ABSENT, Held.WRITE)
                    .over(TEAM_ON_PRODUCT_SPAN)
                    .over(TEAM_ON_DEVICE, Held.ABSENT, Held.NOTHING)
                    .over(TEAM_ON_DEVICE_SPAN)
                    .block(),
            cross("what grants carry")
                    .with(PATH, Path.DIRECT)
                    .over(PRODUCT)
                    .over(OFFICE, Office.NONE, Office.RULES)
                    .over(TEAM_OFFICE, Office.NONE, Office.ADMIN)
                    .over(ALL_DEVICES, Held.ABSENT, Held.NOTHING, Held.WRITE, Held.EDIT)
                    .over(ON_PRODUCT, Held.ABSENT, Held.NOTHING, Held.WRITE, Held.EDIT)
                    .over(ON_DEVICE, Held.ABSENT, Held.NOTHING, Held.WRITE, Held.EDIT)
                    .over(TEAM_ALL_DEVICES, Held.ABSENT, Held.NOTHING, Held.WRITE, Held.EDIT)
                    .over(TEAM_ON_PRODUCT, Held.ABSENT, Held.NOTHING, Held.WRITE, Held.EDIT)
                    .over(TEAM_ON_DEVICE, Held.ABSENT, Held.NOTHING, Held.WRITE, Held.EDIT)
                    .block(),
            cross("claims")
                    .over(CLAIM)
                    .over(OWNING_SUSPENDED)
                    .over(CLAIMING_SUSPENDED)
                    .over(ROW)
                    .over(OFFICE, Office.NONE, Office.ADMIN)
                    .over(ON_DEVICE, Held.ABSENT, Held.NOTHING, Held.EDIT)
                    .over(CLAIMING_ROW)
                    .over(CLAIMING_OFFICE, Office.NONE, Office.ADMIN)
                    .over(CLAIMING_ON_DEVICE, Held.ABSENT, Held.NOTHING, Held.WRITE, Held.WRITE_EDIT)
                    .over(CLAIMING_ON_DEVICE_SPAN, Span.ALWAYS, Span.UNTIL_NOON)
                    .block(),
            cross("all devices in claiming")
                    .over(PRODUCT)
                    .over(CLAIM)
                    .over(CLAIMING_ROW)
                    .over(CLAIMING_ALL_DEVICES)
                    .over(CLAIMING_ALL_DEVICES_SPAN)
                    .over(CLAIMING_ON_PRODUCT, Held.ABSENT, Held.ALL)
                    .block(),
            cross("owners")
                    .over(SUSPENDED)
                    .over(OWNER)
                    .over(CLAIMING_OWNER)
                    .over(ADMIN, Admin.ABSENT, Admin.BILL)
                    .over(DEVICE_SUSPENDED)
                    .over(OWNING_SUSPENDED)
                    .over(CLAIMING_SUSPENDED)
                    .over(CLAIM, Claimed.DEFAULT_CEILING, Claimed.NOT_CLAIMED, Claimed.NOTHING, Claimed.ALL)
                    .over(ROW)
                    .over(ON_DEVICE, Held.ABSENT, Held.WRITE)
                    .over(CLAIMING_ROW)
                    .over(CLAIMING_ON_DEVICE, Held.ABSENT, Held.EDIT)
                    .block(),
            cross("organizations")
                    .over(SUSPENDED)
                    .over(SECRET)
                    .over(OWNER)
                    .over(CLAIMING_OWNER)
                    .over(ADMIN)
                    .over(THIRD, Third.ABSENT, Third.OWNED_BY_THE_PRINCIPAL)
                    .over(BILL_IMPLIED)
                    .block(),
            cross("askers")
                    .over(KIND)
                    .over(SUSPENDED)
                    .over(SECRET)
                    .over(DEVICE_SUSPENDED)
                    .over(OWNING_SUSPENDED)
                    .over(CLAIMING_SUSPENDED)
                    .over(CLAIM, Claimed.DEFAULT_CEILING, Claimed.NOT_CLAIMED, Claimed.NOTHING, Claimed.ALL)
                    .over(ROW, Row.NONE, Row.ALWAYS, Row.UNTIL_NOON)
                    .over(ON_DEVICE, Held.ABSENT, Held.EDIT)
                    .over(CLAIMING_ROW, Row.NONE, Row.ALWAYS)
                    .over(CLAIMING_ON_DEVICE, Held.ABSENT, Held.WRITE_EDIT)
                    .block(),
            cross("links")
                    .with(ROW, Row.NONE)
                    .with(CLAIMING_ROW, Row.NONE)
                    .over(KIND, Kind.READ_LINK, Kind.WRITE_LINK, Kind.LINK_TO_SIBLING)
                    .over(SUSPENDED)
                    .over(SECRET, Secret.LIVE, Secret.FROM_NOON)
                    .over(DEVICE_SUSPENDED)
                    .over(OWNING_SUSPENDED)
                    .over(CLAIMING_SUSPENDED)
                    .over(CLAIM, Claimed.DEFAULT_CEILING, Claimed.NOT_CLAIMED, Claimed.ALL)
                    .over(IMPLICIT)
                    .over(LINK_MODES)
                    .block(),
            cross("catalogues and links")
                    .with(ROW, Row.NONE)
                    .with(CLAIMING_ROW, Row.NONE)
                    .over(KIND, Kind.READ_LINK, Kind.WRITE_LINK)
                    .over(IMPLICIT)
                    .over(IMPLIED)
                    .over(LINK_MODES)
                    .block(),
            cross("catalogues and grants")
                    .over(IMPLICIT)
                    .over(IMPLIED)
                    .over(ALL_DEVICES)
                    .over(ON_DEVICE)
                    .block(),
            cross("catalogues and ceilings")
                    .with(ROW, Row.NONE)
                    .over(IMPLICIT)
                    .over(IMPLIED)
                    .over(
                            CLAIM,
                            CLAIM.choices().stream()
                                    .filter(claim -> claim != Claimed.NOT_CLAIMED)
                                    .toList())
                    .over(CLAIMING_ON_DEVICE)
                    .block(),
            cross("catalogues and default ceilings")
                    .with(ROW, Row.NONE)
                    .over(IMPLICIT)
                    .over(IMPLIED)
                    .over(DEFAULT_CEILING)
                    .over(CLAIMING_ON_DEVICE)
                    .block(),
            cross("workspace permissions")
                    .over(RULES_IMPLIED)
                    .over(ROW)
                    .over(OFFICE)
                    .over(ON_DEVICE, Held.ABSENT, Held.WRITE)
                    .over(CLAIMING_ROW)
                    .over(CLAIMING_OFFICE)
                    .over(CLAIMING_ON_DEVICE, Held.ABSENT, Held.WRITE)
                    .over(PATH)
                    .over(TEAM_OFFICE)
                    .block(),
            cross("three workspaces")
                    .over(ORDER)
                    .over(THIRD)
                    .over(CLAIM, Claimed.DEFAULT_CEILING, Claimed.NOTHING, Claimed.ALL)
                    .over(CLAIMING_SUSPENDED)
                    .over(ROW, Row.NONE, Row.ALWAYS, Row.UNTIL_NOON)
                    .over(OFFICE, Office.NONE, Office.ADMIN)
                    .over(ON_DEVICE, Held.ABSENT, Held.NOTHING, Held.WRITE, Held.ALL)
                    .over(CLAIMING_ROW, Row.NONE, Row.ALWAYS, Row.UNTIL_NOON)
                    .over(CLAIMING_OFFICE, Office.NONE, Office.ADMIN)
                    .over(CLAIMING_ON_DEVICE, Held.ABSENT, Held.NOTHING, Held.WRITE, Held.ALL)
                    .block(),
            cross("ways into teams")
                    .over(KIND, Kind.USER, Kind.API_USER_OF_OWNING, Kind.API_USER_OF_CLAIMING)
                    .over(OTHER, Other.NOWHERE, Other.TEAM_MATE)
                    .over(ROW)
                    .over(CLAIMING_ROW)
                    .over(PATH)
                    .over(PATH_SPAN)
                    .over(SHORT_CUT)
                    .over(TEAM_OFFICE, Office.NONE, Office.ADMIN)
                    .over(TEAM_ON_DEVICE, Held.ABSENT, Held.NOTHING, Held.EDIT)
                    .over(TEAM_ON_DEVICE_SPAN)
                    .block(),
            cross("second principal")
                    .over(OTHER)
                    .over(DEVICE_SUSPENDED)
                    .over(OWNING_SUSPENDED)
                    .over(CLAIMING_SUSPENDED)
                    .over(OWNER)
                    .over(CLAIMING_OWNER)
                    .over(CLAIM, Claimed.DEFAULT_CEILING, Claimed.NOT_CLAIMED, Claimed.NOTHING, Claimed.ALL)
                    .over(PATH)
                    .block());

    private SmallWorld() {}

    /** Is told of every combination of every block once, under the first block that has it. */
    interface Visitor {
        void visit(Block block, Combination combination);
    }

    /** Goes through all blocks, always in the same order. */
    static void forEach(Visitor visitor) {
        for (int i = 0; i < BLOCKS.size(); i++) {
            Block block = BLOCKS.get(i);
            List<Block> before = BLOCKS.subList(0, i);
            block.forEach(combination -> {
                if (isNew(combination, before)) {
                    visitor.visit(block, combination);
                }
            });
        }
    }

    private static boolean isNew(Combination combination, List<Block> before) {
        for (Block block : before) {
            if (block.contains(combination)) {
                return false;
            }
        }
        return true;
    }

    /** Every row that there can be, each with something that others do not carry. */
    private static Map<Dimension, Object> everything() {
        Map<Dimension, Object> all = new EnumMap<>(Dimension.class);
        all.put(OWNER, Owner.SOMEBODY_ELSE);
        all.put(OFFICE, Office.RULES);
        all.put(ALL_DEVICES, Held.NOTHING);
        all.put(ON_PRODUCT, Held.WRITE);
        all.put(ON_DEVICE, Held.VIEW);
        all.put(CLAIMING_OFFICE, Office.ADMIN);
        all.put(CLAIMING_ALL_DEVICES, Held.WRITE);
        all.put(CLAIMING_ON_DEVICE, Held.VIEW_EDIT);
        all.put(PATH, Path.ONE_INSIDE);
        all.put(TEAM_OFFICE, Office.RULES);
        all.put(TEAM_ALL_DEVICES, Held.WRITE);
        all.put(TEAM_ON_PRODUCT, Held.NOTHING);
        all.put(TEAM_ON_DEVICE, Held.EDIT);
        return all;
    }

    private static Block near(String name, int distance, Map<Dimension, Object> background) {
        return new Block.Near(name, Combination.plainBut(background), distance);
    }

    private static CrossBuilder cross(String name) {
        return new CrossBuilder(name);
    }

    /** Collects what a cross varies. */
    private static final class CrossBuilder {

        private final String name;
        private final Combination background = new Combination();
        private final Map<Dimension, List<?>> crossed = new LinkedHashMap<>();

        CrossBuilder(String name) {
            this.name = name;
        }

        CrossBuilder with(Dimension dimension, Object value) {
            background.set(dimension, value);
            return this;
        }

        /** Varies a dimension over all it has. */
        CrossBuilder over(Dimension dimension) {
            return over(dimension, dimension.choices());
        }

        CrossBuilder over(Dimension dimension, Object... values) {
            return over(dimension, List.of(values));
        }

        CrossBuilder over(Dimension dimension, List<?> values) {
            crossed.put(dimension, values);
            return this;
        }

        Block block() {
            return new Block.Cross(name, background, crossed);
        }
    }
}
