package io.doorward.oracle;

import io.doorward.decision.Question;
import io.doorward.decision.Reason;
import io.doorward.model.Device;
import io.doorward.model.Organization;
import io.doorward.model.Workspace;
import io.doorward.oracle.Things.Someone;
import io.doorward.permission.Catalogue;
import io.doorward.permission.PermissionSet;
import io.doorward.permission.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Lists and sets: everything there is, one question each. */
public final class OracleLists {

    private final Oracle oracle;
    private final List<String> devices = new ArrayList<>();

    public OracleLists(Oracle oracle) {
        this.oracle = oracle;
        oracle.things().workspaces().forEach(w -> w.devices().keySet().forEach(id -> devices.add(id.value())));
    }

    /** Who asks, by token or by id. */
    public record Who(boolean byToken, String text) {

        /** The same asker's question. */
        public Question asks(String action, Scope scope, String resource, @Nullable String context) {
            Question.Deed deed = (byToken ? Question.ofToken(text) : Question.ofPrincipal(text)).action(action);
            return switch (scope) {
                case ORGANIZATION -> deed.organization(resource);
                case WORKSPACE -> deed.workspace(resource);
                case DEVICE ->
                    context == null
                            ? deed.device(resource)
                            : deed.device(resource).inWorkspace(context);
            };
        }
    }

    /** On which devices the asker may do this, in the context of a workspace where one is named. */
    public List<String> devices(Who who, String action, @Nullable String context, Instant at) {
        return those(devices.stream(), id -> who.asks(action, Scope.DEVICE, id, context), at);
    }

    /** In which workspaces the asker may do this. */
    public List<String> workspaces(Who who, String action, Instant at) {
        Stream<String> all = oracle.things().workspaces().stream().map(w -> w.id().value());
        return those(all, id -> who.asks(action, Scope.WORKSPACE, id, null), at);
    }

    /** Which principals, of all kinds, may do this. */
    public List<String> principals(String action, Scope scope, String resource, @Nullable String context, Instant at) {
        Stream<String> all = oracle.things().principals().stream().map(p -> p.id().value());
        return those(all, id -> new Who(false, id).asks(action, scope, resource, context), at);
    }

    /** Why no device could be in the list, or null: the asker's standing, or the action or the context unknown, or the context suspended. */
    public @Nullable Reason noDevices(Who who, String action, @Nullable String context, Instant at) {
        Reason asker = oracle.asker(who.byToken(), who.text(), at).reason();
        if (asker != null) {
            return asker;
        }
        if (oracle.action(action, Scope.DEVICE) == null) {
            return Reason.UNKNOWN_ACTION;
        }
        Workspace w = context == null ? null : oracle.things().workspace(context);
        if (context != null && w == null) {
            return Reason.UNKNOWN_WORKSPACE;
        }
        return w != null && w.suspended() ? Reason.SUSPENDED : null;
    }

    /** Why no workspace could be in the list, or null. */
    public @Nullable Reason noWorkspaces(Who who, String action, Instant at) {
        Reason asker = oracle.asker(who.byToken(), who.text(), at).reason();
        return asker != null ? asker : oracle.action(action, Scope.WORKSPACE) == null ? Reason.UNKNOWN_ACTION : null;
    }

    /** Why no principal could be in the list, or null: the action or the thing is unknown or suspended. */
    public @Nullable Reason noPrincipals(String action, Scope scope, String resource, @Nullable String context) {
        if (oracle.action(action, scope) == null) {
            return Reason.UNKNOWN_ACTION;
        }
        if (scope == Scope.ORGANIZATION) {
            return oracle.things().organization(resource) == null ? Reason.UNKNOWN_ORGANIZATION : null;
        }
        if (scope == Scope.WORKSPACE) {
            Workspace w = oracle.things().workspace(resource);
            return w == null ? Reason.UNKNOWN_WORKSPACE : w.suspended() ? Reason.SUSPENDED : null;
        }
        Device d = oracle.things().device(resource);
        if (d == null) {
            return Reason.UNKNOWN_DEVICE;
        }
        if (context != null && oracle.things().workspace(context) == null) {
            return Reason.UNKNOWN_WORKSPACE;
        }
        if (oracle.things().places(d, context).isEmpty()) {
            return Reason.UNKNOWN_DEVICE;
        }
        Workspace w = context == null ? null : oracle.things().workspace(context);
        boolean suspended = d.suspended() || oracle.things().owning(d).suspended() || (w != null && w.suspended());
        return suspended ? Reason.SUSPENDED : null;
    }

    private List<String> those(Stream<String> ids, Function<String, Question> question, Instant at) {
        Predicate<String> allowed = id -> oracle.allows(question.apply(id), at);
        return ids.filter(allowed).sorted(CodePoints.ORDER).toList();
    }

    /** The permissions of the asker on a thing: empty where anything is unknown or suspended. */
    public PermissionSet permissions(Who who, Scope scope, String resource, @Nullable String context, Instant at) {
        Oracle.Asker asker = oracle.asker(who.byToken(), who.text(), at);
        Catalogue catalogue = oracle.policy().catalogue();
        PermissionSet none = catalogue.permissions(scope).none();
        if (asker.reason() != null) {
            return none;
        }
        return switch (scope) {
            case ORGANIZATION -> {
                Organization o = oracle.things().organization(resource);
                yield o == null ? none : oracle.sets().org(asker.someone(), o);
            }
            case WORKSPACE -> {
                Workspace w = oracle.things().workspace(resource);
                yield w == null || w.suspended() ? none : oracle.sets().ws(asker.someone(), w, at);
            }
            case DEVICE -> onDevice(asker.someone(), resource, context, at, none);
        };
    }

    /** The union over the workspaces in which the device is present. */
    private PermissionSet onDevice(
            Someone p, String resource, @Nullable String context, Instant at, PermissionSet none) {
        Device d = oracle.things().device(resource);
        if (d == null || d.suspended() || oracle.things().owning(d).suspended()) {
            return none;
        }
        PermissionSet union = none;
        for (Workspace w : oracle.things().places(d, context)) {
            union = w.suspended() ? union : union.union(oracle.sets().dev(p, d, w, at));
        }
        return union;
    }
}
