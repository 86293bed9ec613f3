package io.doorward.permission;

import com.google.common.collect.ImmutableList;
import io.doorward.problem.Place;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Names of permissions as a host wrote them, not yet checked, and where. */
record NameList(ImmutableList<String> names, @Nullable Place place) {

    NameList(Collection<String> names, @Nullable Place place) {
        this(ImmutableList.copyOf(names), place);
    }
}
