package io.doorward.differential;

import io.doorward.decision.Decision;
import io.doorward.decision.Listing;
import io.doorward.decision.Page;
import io.doorward.decision.Question;
import io.doorward.evaluator.DeviceCursor;
import io.doorward.evaluator.DeviceHandle;
import io.doorward.evaluator.Evaluator;
import io.doorward.evaluator.Subject;
import io.doorward.model.DeviceId;
import io.doorward.model.Identifiers;
import io.doorward.model.OrganizationId;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.ResourceId;
import io.doorward.model.WorkspaceId;
import io.doorward.oracle.OracleLists.Who;
import io.doorward.permission.Action;
import io.doorward.permission.Catalogue;
import io.doorward.permission.PermissionSet;
import io.doorward.permission.Scope;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The evaluator, by all of its entrances. */
public final class EvaluatorCandidate implements Candidate {

    /** An explanation costs more than all other entrances together, so that only some questions are explained. */
    private static final int EXPLAINED = 8;

    private static final int PAGE = 2;

    private final Evaluator evaluator;
    private final Map<Who, Subject> subjects = new HashMap<>();
    private final Map<DeviceId, DeviceHandle> devices = new HashMap<>();

    public EvaluatorCandidate(Policy policy) {
        this(Evaluator.of(policy));
    }

    public EvaluatorCandidate(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    @Override
    public List<Reply> replies(Question question, Instant at) {
        Evaluator then = evaluator.at(at);
        List<Reply> replies = new ArrayList<>();
        add(replies, "check(Question)", then.check(question));
        add(replies, "allows(Question)", then.allows(question));
        if (question.hashCode() % EXPLAINED == 0) {
            add(replies, "explain(Question)", then.explain(question).decision());
        }
        for (Action action : actions(question.action())) {
            if (question.isByToken() && question.scope() == Scope.DEVICE && question.context() == null) {
                add(replies, "check(token, " + action + ")", then.check(question.asker(), action, question.resource()));
                add(
                        replies,
                        "allows(token, " + action + ")",
                        then.allows(question.asker(), action, question.resource()));
            }
        }
        ResourceId resource = resource(question.scope(), question.resource());
        Subject subject = subject(new Who(question.isByToken(), question.asker()));
        if (resource == null || subject == null) {
            return replies;
        }
        Action action = actions(question.action()).get(0);
        if (question.context() == null) {
            add(replies, "check(Subject)", then.check(subject, action, resource));
            add(replies, "allows(Subject)", then.allows(subject, action, resource));
            if (resource instanceof DeviceId device) {
                DeviceHandle handle = devices.computeIfAbsent(device, evaluator::device);
                add(replies, "check(Subject, DeviceHandle)", then.check(subject, action, handle));
                add(replies, "allows(Subject, DeviceHandle)", then.allows(subject, action, handle));
                List<DeviceHandle> handles = new ArrayList<>(devices.values());
                add(
                        replies,
                        "allowed(Subject, DeviceHandles)",
                        then.allowed(subject, action, handles).get(handles.indexOf(handle)));
            }
        } else if (Identifiers.isId(question.context()) && resource instanceof DeviceId device) {
            WorkspaceId context = new WorkspaceId(question.context());
            add(replies, "check(Subject, context)", then.check(subject, action, device, context));
            add(replies, "allows(Subject, context)", then.allows(subject, action, device, context));
        }
        return replies;
    }

    @Override
    public List<Listing<DeviceId>> devices(Who who, String action, @Nullable String context, Instant at) {
        Evaluator then = evaluator.at(at);
        List<Listing<DeviceId>> all = new ArrayList<>();
        Question.Deed deed = asker(who).action(action);
        all.add(context == null ? then.devices(deed) : then.devices(deed, context));
        Subject subject = subject(who);
        if (subject != null && isIdOrNull(context)) {
            all.add(
                    context == null
                            ? then.devices(subject, Action.named(action))
                            : then.devices(subject, Action.named(action), new WorkspaceId(context)));
            DeviceCursor cursor = context == null
                    ? then.deviceCursor(subject, Action.named(action))
                    : then.deviceCursor(subject, Action.named(action), new WorkspaceId(context));
            List<DeviceId> ids = new ArrayList<>();
            while (cursor.next()) {
                ids.add(cursor.handle().id());
            }
            all.add(new Listing<>(ids, cursor.emptyBecause(), cursor.revision()));
            all.add(joined(after -> context == null
                    ? then.devices(subject, Action.named(action), after, PAGE)
                    : then.devices(subject, Action.named(action), new WorkspaceId(context), after, PAGE)));
        }
        return all;
    }

    @Override
    public List<Listing<WorkspaceId>> workspaces(Who who, String action, Instant at) {
        Evaluator then = evaluator.at(at);
        List<Listing<WorkspaceId>> all = new ArrayList<>();
        all.add(then.workspaces(asker(who).action(action)));
        Subject subject = subject(who);
        if (subject != null) {
            all.add(then.workspaces(subject, Action.named(action)));
        }
        return all;
    }

    @Override
    public List<Listing<PrincipalId>> principals(
            String action, Scope scope, String resource, @Nullable String context, Instant at) {
        Evaluator then = evaluator.at(at);
        List<Listing<PrincipalId>> all = new ArrayList<>();
        all.add(then.principals(action, scope, resource, context));
        ResourceId id = resource(scope, resource);
        if (id != null && context == null) {
            all.add(then.principals(Action.named(action), id));
            all.add(joined(after -> then.principals(Action.named(action), id, after, PAGE)));
        } else if (id instanceof DeviceId device && Identifiers.isId(context)) {
            all.add(then.principals(Action.named(action), device, new WorkspaceId(context)));
            all.add(joined(
                    after -> then.principals(Action.named(action), device, new WorkspaceId(context), after, PAGE)));
        }
        return all;
    }

    @Override
    public List<PermissionSet> permissions(
            Who who, Scope scope, String resource, @Nullable String context, Instant at) {
        Evaluator then = evaluator.at(at);
        List<PermissionSet> all = new ArrayList<>();
        all.add(then.permissions(asker(who), scope, resource, context));
        Subject subject = subject(who);
        ResourceId id = resource(scope, resource);
        if (subject != null && id != null && context == null) {
            all.add(then.permissions(subject, id));
        } else if (subject != null && id instanceof DeviceId device && Identifiers.isId(context)) {
            all.add(then.permissions(subject, device, new WorkspaceId(context)));
        }
        return all;
    }

    /** All pages of a list one after the other. */
    private static <T> Listing<T> joined(Function<@Nullable T, Page<T>> pages) {
        List<T> items = new ArrayList<>();
        Page<T> page = pages.apply(null);
        items.addAll(page.items());
        while (page.next().isPresent()) {
            page = pages.apply(page.next().get());
            items.addAll(page.items());
        }
        return new Listing<>(items, page.emptyBecause(), page.revision());
    }

    private static Question.Asker asker(Who who) {
        return who.byToken() ? Question.ofToken(who.text()) : Question.ofPrincipal(who.text());
    }

    private static boolean isIdOrNull(@Nullable String text) {
        return text == null || Identifiers.isId(text);
    }

    /** The action by its name, as the policy's catalogue has it, and as the default one does: its name is what counts. */
    private List<Action> actions(String name) {
        List<Action> actions = new ArrayList<>();
        actions.add(Action.named(name));
        evaluator.catalogue().action(name).ifPresent(actions::add);
        Catalogue.defaults().action(name).ifPresent(actions::add);
        return actions;
    }

    /** A subject is resolved once and asked at every instant. */
    private @Nullable Subject subject(Who who) {
        if (!who.byToken() && !Identifiers.isId(who.text())) {
            return null;
        }
        return subjects.computeIfAbsent(
                who, w -> w.byToken() ? evaluator.subject(w.text()) : evaluator.subject(new PrincipalId(w.text())));
    }

    private static @Nullable ResourceId resource(Scope scope, String id) {
        if (!Identifiers.isId(id)) {
            return null;
        }
        return switch (scope) {
            case ORGANIZATION -> new OrganizationId(id);
            case WORKSPACE -> new WorkspaceId(id);
            case DEVICE -> new DeviceId(id);
        };
    }

    private static void add(List<Reply> replies, String entrance, boolean allowed) {
        replies.add(new Reply(entrance, allowed, null));
    }

    private static void add(List<Reply> replies, String entrance, Decision decision) {
        replies.add(new Reply(entrance, decision.allowed(), decision));
    }
}
