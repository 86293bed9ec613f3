package io.doorward.store.file;

import io.doorward.model.ApiUser;
import io.doorward.model.Claim;
import io.doorward.model.Device;
import io.doorward.model.DeviceId;
import io.doorward.model.Invite;
import io.doorward.model.Member;
import io.doorward.model.Offer;
import io.doorward.model.Organization;
import io.doorward.model.Policy;
import io.doorward.model.PolicyDelta;
import io.doorward.model.Product;
import io.doorward.model.PublicLink;
import io.doorward.model.Rights;
import io.doorward.model.Team;
import io.doorward.model.Token;
import io.doorward.model.User;
import io.doorward.model.Window;
import io.doorward.model.Workspace;
import io.doorward.permission.Catalogue;
import io.doorward.permission.PermissionSet;
import io.doorward.persistent.PersistentSortedMap;
import io.doorward.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Who gained and who lost what between two policies, in plain sentences for people who read a log: rows that came and went,
 * and permissions, windows, tokens and suspensions that are others. Names, tags and addresses are left out: they give nobody
 * a right.
 */
final class GainsAndLosses {

    private final Catalogue oldCatalogue;
    private final Catalogue newCatalogue;
    private final Sentences sentences = new Sentences();

    private GainsAndLosses(Catalogue oldCatalogue, Catalogue newCatalogue) {
        this.oldCatalogue = oldCatalogue;
        this.newCatalogue = newCatalogue;
    }

    /**
     * The sentences, in the order of the policy's rows. O(d log n) for d rows that differ where one policy was made of the
     * other, O(n) otherwise.
     */
    static List<String> between(Policy before, Policy after) {
        GainsAndLosses pair = new GainsAndLosses(before.catalogue(), after.catalogue());
        pair.policy(before, PolicyDelta.between(before, after));
        return pair.sentences.list();
    }

    /** What is said of a row, by what it was and what it is; null where it is not there. */
    private interface Saying<V> {
        void of(String row, @Nullable V old, @Nullable V now);
    }

    private void policy(Policy before, PolicyDelta delta) {
        if (delta.catalogue().isPresent()) {
            sentences.add("the catalogue of permissions and actions is another one");
        }
        each("user", "", before.users(), delta.users(), this::user);
        each("organization", "", before.organizations(), delta.organizations(), this::organization);
        each("workspace", "", before.workspaces(), delta.workspaces(), this::workspace);
        each("public link", "", before.publicLinks(), delta.publicLinks(), this::link);
    }

    private static <K, V> void each(
            String kind, String of, Map<K, V> before, SortedMap<K, Optional<V>> differences, Saying<V> saying) {
        differences.forEach((key, now) ->
                saying.of(kind + " " + Problem.quoted(String.valueOf(key)) + of, before.get(key), now.orElse(null)));
    }

    private static <P, K extends Comparable<? super K>, V> void each(
            String kind,
            String of,
            @Nullable P old,
            P now,
            Function<P, ? extends SortedMap<K, V>> rows,
            Saying<V> saying) {
        PersistentSortedMap<K, V> before =
                old == null ? PersistentSortedMap.of() : PersistentSortedMap.copyOf(rows.apply(old));
        each(kind, of, before, before.differences(PersistentSortedMap.copyOf(rows.apply(now))), saying);
    }

    private void user(String row, @Nullable User old, @Nullable User now) {
        sentences.presence(row, old, now);
        account(row, old, now, User::suspended, User::tokens);
    }

    private void organization(String row, @Nullable Organization old, @Nullable Organization now) {
        sentences.presence(row, old, now);
        if (now != null) {
            sentences.other(row, "belongs to", "user", old == null ? null : old.owner(), now.owner());
            each("admin", " of " + row, old, now, Organization::admins, this::admin);
        }
    }

    private void admin(String row, @Nullable PermissionSet old, @Nullable PermissionSet now) {
        sentences.presence(row, old, now);
        sentences.permissions(row, "", old == null ? null : old.closed(), now == null ? null : now.closed());
    }

    /** Of a workspace that is gone it is said in one sentence, however much was in it. */
    private void workspace(String row, @Nullable Workspace old, @Nullable Workspace now) {
        if (now == null) {
            sentences.add(row + " is gone with all that belonged to it");
            return;
        }
        sentences.presence(row, old, now);
        sentences.suspension(row, old != null && old.suspended(), now.suspended());
        sentences.other(row, "belongs to", "organization", old == null ? null : old.organization(), now.organization());
        String of = " of " + row;
        each("product", of, old, now, Workspace::products, this::product);
        each("device", of, old, now, Workspace::devices, this::device);
        each("claimed device", of, old, now, Workspace::claims, this::claim);
        each("offer of device", of, old, now, Workspace::offers, this::offer);
        each("API user", of, old, now, Workspace::apiUsers, this::apiUser);
        each("member", of, old, now, Workspace::members, this::member);
        each("team", of, old, now, Workspace::teams, this::team);
        each("invite", of, old, now, Workspace::invites, this::invite);
    }

    private void product(String row, @Nullable Product old, @Nullable Product now) {
        sentences.presence(row, old, now);
    }

    private void device(String row, @Nullable Device old, @Nullable Device now) {
        sentences.presence(row, old, now);
        if (now != null) {
            sentences.suspension(row, old != null && old.suspended(), now.suspended());
            sentences.other(row, "has", "product", old == null ? null : old.product(), now.product());
        }
    }

    private void claim(String row, @Nullable Claim old, @Nullable Claim now) {
        sentences.presence(row, old, now);
        if (now != null) {
            ceiling(
                    row,
                    old == null ? null : ceiling(old.ceiling(), oldCatalogue),
                    ceiling(now.ceiling(), newCatalogue));
        }
    }

    private void offer(String row, @Nullable Offer old, @Nullable Offer now) {
        sentences.presence(row, old, now);
        if (now != null) {
            ceiling(
                    row,
                    old == null ? null : ceiling(old.ceiling(), oldCatalogue),
                    ceiling(now.ceiling(), newCatalogue));
            sentences.validity(row, old == null ? null : old.window(), now.window());
            if (old != null && !old.code().equals(now.code())) {
                sentences.add(row + " has another code");
            }
        }
    }

    private void ceiling(String row, @Nullable PermissionSet old, PermissionSet now) {
        sentences.permissions("the ceiling of " + row, "", old, now);
    }

    private static PermissionSet ceiling(@Nullable PermissionSet ceiling, Catalogue catalogue) {
        return (ceiling == null ? catalogue.defaultCeiling() : ceiling).asGrant();
    }

    private void apiUser(String row, @Nullable ApiUser old, @Nullable ApiUser now) {
        sentences.presence(row, old, now);
        account(row, old, now, ApiUser::suspended, ApiUser::tokens);
    }

    private void member(String row, @Nullable Member old, @Nullable Member now) {
        entitled(row, old, now, Member::window, Member::rights);
    }

    private <V> void entitled(
            String row, @Nullable V old, @Nullable V now, Function<V, Window> window, Function<V, Rights> rights) {
        sentences.presence(row, old, now);
        if (now != null) {
            sentences.validity(row, old == null ? null : window.apply(old), window.apply(now));
        }
        sentences.rights(row, old == null ? null : rights.apply(old), now == null ? null : rights.apply(now));
    }

    private void team(String row, @Nullable Team old, @Nullable Team now) {
        sentences.presence(row, old, now);
        if (now != null) {
            each("member", " of " + row, old, now, Team::members, (member, had, has) -> {
                sentences.presence(member, had, has);
                if (has != null) {
                    sentences.validity(member, had, has);
                }
            });
            innerTeams(row, old == null ? new TreeSet<>() : old.teams(), now.teams());
        }
        sentences.rights(row, old == null ? null : old.rights(), now == null ? null : now.rights());
    }

    private <K> void innerTeams(String row, SortedSet<K> old, SortedSet<K> now) {
        SortedSet<K> all = new TreeSet<>(old);
        all.addAll(now);
        for (K inner : all) {
            sentences.presence(
                    "inner team " + Problem.quoted(String.valueOf(inner)) + " of " + row,
                    old.contains(inner) ? inner : null,
                    now.contains(inner) ? inner : null);
        }
    }

    private void invite(String row, @Nullable Invite old, @Nullable Invite now) {
        entitled(row, old, now, Invite::window, Invite::rights);
    }

    private void link(String row, @Nullable PublicLink old, @Nullable PublicLink now) {
        sentences.presence(row, old, now);
        PermissionSet had = old == null ? null : carried(old, oldCatalogue);
        PermissionSet has = now == null ? null : carried(now, newCatalogue);
        if (old != null && now != null && old.device().equals(now.device())) {
            sentences.permissions(row, on(now.device()), had, has);
        } else {
            if (old != null) {
                sentences.permissions(row, on(old.device()), had, null);
            }
            if (now != null) {
                sentences.permissions(row, on(now.device()), null, has);
            }
        }
        account(row, old, now, PublicLink::suspended, PublicLink::tokens);
    }

    /** What is said of whoever can have tokens. */
    private <V> void account(
            String row,
            @Nullable V old,
            @Nullable V now,
            Predicate<V> suspended,
            Function<V, ? extends List<Token>> tokens) {
        if (now != null) {
            sentences.suspension(row, old != null && suspended.test(old), suspended.test(now));
            sentences.tokens(row, old == null ? List.of() : tokens.apply(old), tokens.apply(now));
        }
    }

    private static @Nullable PermissionSet carried(PublicLink link, Catalogue catalogue) {
        return catalogue.linkMode(link.mode()).map(PermissionSet::asGrant).orElse(null);
    }

    private static String on(DeviceId device) {
        return " on device " + Problem.quoted(device.value());
    }
}
