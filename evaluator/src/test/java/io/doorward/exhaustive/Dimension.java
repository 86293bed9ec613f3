package io.doorward.exhaustive;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What varies in the small world; {@code docs/exhaustive.md} says what each means. The first value is the plain one. */
enum Dimension {
    // Who asks
    KIND("principal", Kind.class),
    SUSPENDED("principal suspended", Shared.NO_YES),
    SECRET("tokens", Secret.class),

    // The device and its workspaces
    OWNER("organization of owning", List.of(Owner.NO_ORGANIZATION, Owner.SOMEBODY_ELSE, Owner.THE_PRINCIPAL)),
    CLAIMING_OWNER("organization of claiming", Owner.class),
    ADMIN("admin of owning's organization", Admin.class),
    DEVICE_SUSPENDED("device suspended", Shared.NO_YES),
    OWNING_SUSPENDED("owning suspended", Shared.NO_YES),
    CLAIMING_SUSPENDED("claiming suspended", Shared.NO_YES),
    PRODUCT("product of the device", Product.class),
    CLAIM("claim", Claimed.class),
    ORDER("claiming comes first by id", Shared.NO_YES),
    THIRD("third workspace", Third.class),
    OTHER("second principal", Other.class),

    // The row in the owning workspace
    ROW("row in owning", Row.class),
    OFFICE("workspace permissions in owning", Office.class),
    ALL_DEVICES("all-devices grant in owning", Shared.FEW),
    ALL_DEVICES_SPAN("window of the all-devices grant in owning", Span.class),
    ON_PRODUCT("product grant in owning", Shared.FEW),
    ON_PRODUCT_SPAN("window of the product grant in owning", Span.class),
    ON_DEVICE("device grant in owning", Held.class),
    ON_DEVICE_SPAN("window of the device grant in owning", Span.class),

    // The row in the claiming workspace
    CLAIMING_ROW("row in claiming", Row.class),
    CLAIMING_OFFICE("workspace permissions in claiming", Office.class),
    CLAIMING_ALL_DEVICES("all-devices grant in claiming", Shared.FEW),
    CLAIMING_ALL_DEVICES_SPAN("window of the all-devices grant in claiming", Span.class),
    CLAIMING_ON_PRODUCT("product grant in claiming", List.of(Held.ABSENT, Held.ALL)),
    CLAIMING_ON_DEVICE("device grant in claiming", Held.class),
    CLAIMING_ON_DEVICE_SPAN("window of the device grant in claiming", Span.class),

    // The team
    PATH("way into the team", Path.class),
    PATH_SPAN("window of the team row", Span.class),
    SHORT_CUT("row in the outer team too", List.of(Row.NONE, Row.ALWAYS, Row.UNTIL_NOON, Row.FROM_NOON)),
    TEAM_OFFICE("workspace permissions of the team", Office.class),
    TEAM_ALL_DEVICES("all-devices grant of the team", Shared.FEW),
    TEAM_ALL_DEVICES_SPAN("window of the all-devices grant of the team", Span.class),
    TEAM_ON_PRODUCT("product grant of the team", Shared.FEW),
    TEAM_ON_PRODUCT_SPAN("window of the product grant of the team", Span.class),
    TEAM_ON_DEVICE("device grant of the team", Shared.FEW),
    TEAM_ON_DEVICE_SPAN("window of the device grant of the team", Span.class),

    // The catalogue
    IMPLICIT("implicit permissions", Held.VIEW, Held.sets()),
    IMPLIED("implications", Implied.NONE, Implied.all()),
    DEFAULT_CEILING("default ceiling", Held.VIEW_WRITE, Shared.ALL_BUT_ALL),
    LINK_MODES("link modes", LinkModes.class),
    RULES_IMPLIED("workspace admin implies rules", Shared.NO_YES),
    BILL_IMPLIED("organization manage implies bill", Shared.NO_YES);

    /** In order. */
    static final List<Dimension> ALL = List.of(values());

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // values of several enums, in a list that is never changed
    private final List<Object> choices;

    Dimension(String words, Class<? extends Enum<?>> type) {
        this(words, List.of(type.getEnumConstants()));
    }

    Dimension(String words, List<?> choices) {
        this.words = words;
        this.choices = List.copyOf(choices);
    }

    Dimension(String words, Object plain, List<?> all) {
        this.words = words;
        List<Object> plainFirst = new ArrayList<>(all);
        plainFirst.remove(plain);
        plainFirst.add(0, plain);
        this.choices = List.copyOf(plainFirst);
    }

    String words() {
        return words;
    }

    /** Where its value stands in a combination. */
    @SuppressWarnings("EnumOrdinal") // nothing keeps it longer than a run
    int place() {
        return ordinal();
    }

    /** The number of a value. */
    int number(Object value) {
        int number = choices.indexOf(value);
        if (number < 0) {
            throw new IllegalArgumentException(value + " is no value of " + this);
        }
        return number;
    }

    /** Every value, the plain one first. */
    List<Object> choices() {
        return choices;
    }

    /** Values that several dimensions share; an enum's own constants are not there yet when its values are made. */
    private static final class Shared {
        static final List<Boolean> NO_YES = List.of(false, true);
        /** To write every permission into a catalogue's default ceiling, or no ceiling at all, makes the same catalogue. */
        static final List<Held> ALL_BUT_ALL =
                Arrays.stream(Held.values()).filter(held -> held != Held.ALL).toList();

        static final List<Held> FEW = List.of(Held.ABSENT, Held.NOTHING, Held.WRITE, Held.EDIT, Held.WRITE_EDIT);
    }
}
