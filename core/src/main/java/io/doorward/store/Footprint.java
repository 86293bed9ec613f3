package io.doorward.store;

import io.doorward.model.Device;
import io.doorward.model.DeviceId;
import io.doorward.model.Policy;
import io.doorward.model.PolicyDelta;
import io.doorward.model.Workspace;
import io.doorward.model.WorkspaceId;
import io.doorward.persistent.PersistentSortedMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which rows a revision changed: what a store keeps to find out whether a change set is late. An immutable value. A device
 * that moved both came and went.
 *
 * @param written the rows that differ from the revision before
 * @param cameOrWent those of them that were not there before, or are no more
 */
public record Footprint(Set<RowName> written, Set<RowName> cameOrWent) {

    /** Copies the sets. */
    public Footprint {
        written = Set.copyOf(written);
        cameOrWent = Set.copyOf(cameOrWent);
    }

    /** What a delta changes. O(d log n) for d rows that differ. */
    static Footprint of(Policy before, PolicyDelta delta) {
        Tracer tracer = new Tracer();
        tracer.trace(before, delta);
        return new Footprint(tracer.written, tracer.cameOrWent);
    }

    private static final class Tracer {

        private final Set<RowName> written = new HashSet<>();
        private final Set<RowName> cameOrWent = new HashSet<>();

        void trace(Policy before, PolicyDelta delta) {
            if (delta.catalogue().isPresent()) {
                add(RowName.CATALOGUE, true);
            }
            rows(before.users(), delta.users(), RowName::user);
            rows(before.publicLinks(), delta.publicLinks(), RowName::publicLink);
            rows(before.organizations(), delta.organizations(), RowName::organization);
            delta.workspaces()
                    .forEach((id, after) -> workspace(id, before.workspaces().get(id), after.orElse(null)));
        }

        private void workspace(WorkspaceId id, @Nullable Workspace before, @Nullable Workspace after) {
            if (before == null || after == null || !sameFace(before, after)) {
                add(RowName.workspace(id), before == null || after == null);
            }
            PersistentSortedMap<DeviceId, Device> devices = of(before, Workspace::devices);
            rows(devices, of(after, Workspace::devices), RowName::device);
            rows(of(before, Workspace::products), of(after, Workspace::products), key -> RowName.product(id, key));
            rows(of(before, Workspace::claims), of(after, Workspace::claims), key -> RowName.claim(id, key));
            rows(of(before, Workspace::offers), of(after, Workspace::offers), RowName::offer);
            rows(of(before, Workspace::apiUsers), of(after, Workspace::apiUsers), RowName::apiUser);
            rows(of(before, Workspace::members), of(after, Workspace::members), key -> RowName.member(id, key));
            rows(of(before, Workspace::teams), of(after, Workspace::teams), key -> RowName.team(id, key));
            invites(id, before, after);
        }

        private static boolean sameFace(Workspace one, Workspace other) {
            return Objects.equals(one.name(), other.name())
                    && Objects.equals(one.slug(), other.slug())
                    && Objects.equals(one.organization(), other.organization())
                    && one.suspended() == other.suspended();
        }

        private void invites(WorkspaceId id, @Nullable Workspace before, @Nullable Workspace after) {
            Map<String, ?> old = before == null ? Map.of() : before.invites();
            Map<String, ?> now = after == null ? Map.of() : after.invites();
            if (old.equals(now)) {
                return;
            }
            Set<String> emails = new HashSet<>(old.keySet());
            emails.addAll(now.keySet());
            for (String email : emails) {
                if (!Objects.equals(old.get(email), now.get(email))) {
                    add(RowName.invite(id, email), !old.containsKey(email) || !now.containsKey(email));
                }
            }
        }

        private static <K extends Comparable<? super K>, V> PersistentSortedMap<K, V> of(
                @Nullable Workspace workspace, Function<Workspace, SortedMap<K, V>> rows) {
            return workspace == null ? PersistentSortedMap.of() : PersistentSortedMap.copyOf(rows.apply(workspace));
        }

        private <K extends Comparable<? super K>, V> void rows(
                PersistentSortedMap<K, V> before, PersistentSortedMap<K, V> after, Function<K, RowName> name) {
            before.forEachDifference(after, (key, was, is) -> add(name.apply(key), was == null || is == null));
        }

        private <K, V> void rows(
                SortedMap<K, V> before, SortedMap<K, Optional<V>> differences, Function<K, RowName> name) {
            differences.forEach((key, after) -> add(name.apply(key), after.isEmpty() || !before.containsKey(key)));
        }

        private void add(RowName row, boolean presence) {
            written.add(row);
            if (presence) {
                cameOrWent.add(row);
            }
        }
    }
}
