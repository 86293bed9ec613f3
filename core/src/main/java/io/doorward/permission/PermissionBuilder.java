package io.doorward.permission;

import com.google.common.collect.ImmutableList;
import io.doorward.problem.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said of one permission of a catalogue. Nothing need be. For one thread at a time; names
 * are checked when the catalogue is built.
 */
public final class PermissionBuilder {

    private final String name;
    private final List<String> implied = new ArrayList<>();
    private boolean implicit;
    private @Nullable Place place;

    PermissionBuilder(String name) {
        this.name = name;
    }

    /** Who holds it holds these permissions of the same scope too, besides those said before. */
    public PermissionBuilder implies(String... permissions) {
        return implies(ImmutableList.copyOf(permissions));
    }

    /** Who holds it holds these permissions of the same scope too, besides those said before. */
    public PermissionBuilder implies(Collection<String> permissions) {
        implied.addAll(ImmutableList.copyOf(permissions));
        return this;
    }

    /** Every grant on a device carries it, an empty one included. Only for device permissions. */
    public PermissionBuilder implicit() {
        implicit = true;
        return this;
    }

    /** Where this permission is written, for problems; null if there is no place to name. */
    public PermissionBuilder at(@Nullable Place newPlace) {
        place = newPlace;
        return this;
    }

    String name() {
        return name;
    }

    List<String> implied() {
        return implied;
    }

    boolean isImplicit() {
        return implicit;
    }

    @Nullable
    Place place() {
        return place;
    }
}
