package io.doorward.differential;

import io.doorward.decision.Listing;
import io.doorward.decision.Question;
import io.doorward.index.Asker;
import io.doorward.index.Index;
import io.doorward.model.DeviceId;
import io.doorward.model.PrincipalId;
import io.doorward.model.WorkspaceId;
import io.doorward.oracle.OracleLists.Who;
import io.doorward.permission.Action;
import io.doorward.permission.PermissionSet;
import io.doorward.permission.Scope;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An index, asked without an evaluator around it. */
final class IndexCandidate implements Candidate {

    private static final int EXPLAINED = 8;

    private final Index index;

    IndexCandidate(Index index) {
        this.index = index;
    }

    @Override
    public List<Reply> replies(Question question, Instant at) {
        InstantSource clock = InstantSource.fixed(at);
        Action action = Action.named(question.action());
        Asker asker = asker(question.isByToken(), question.asker());
        Scope scope = question.scope();
        String resource = question.resource();
        String context = question.context();
        List<Reply> replies = new ArrayList<>();
        var decision = index.check(asker, action, scope, resource, context, clock);
        replies.add(new Reply("check", decision.allowed(), decision));
        replies.add(new Reply("allows", index.allows(asker, action, scope, resource, context, clock), null));
        if (question.isByToken() && scope == Scope.DEVICE && context == null) {
            replies.add(new Reply("allows by token", index.allows(question.asker(), action, resource, clock), null));
        }
        if (question.hashCode() % EXPLAINED == 0) {
            var explained =
                    index.explain(asker, action, scope, resource, context, at).decision();
            replies.add(new Reply("explain", explained.allowed(), explained));
        }
        return replies;
    }

    @Override
    public List<Listing<DeviceId>> devices(Who who, String action, @Nullable String context, Instant at) {
        return List.of(index.devices(asker(who.byToken(), who.text()), Action.named(action), context, at));
    }

    @Override
    public List<Listing<WorkspaceId>> workspaces(Who who, String action, Instant at) {
        return List.of(index.workspaces(asker(who.byToken(), who.text()), Action.named(action), at));
    }

    @Override
    public List<Listing<PrincipalId>> principals(
            String action, Scope scope, String resource, @Nullable String context, Instant at) {
        return List.of(index.principals(Action.named(action), scope, resource, context, at));
    }

    @Override
    public List<PermissionSet> permissions(
            Who who, Scope scope, String resource, @Nullable String context, Instant at) {
        return List.of(index.permissions(asker(who.byToken(), who.text()), scope, resource, context, at));
    }

    private Asker asker(boolean byToken, String text) {
        return byToken ? index.askerByToken(text) : index.askerByPrincipal(text);
    }
}
