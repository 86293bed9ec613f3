package io.doorward.decision;

import io.doorward.permission.Scope;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A question as a request carries it: a token or a principal, an action and a thing, all as plain text.
 *
 * <p>Nothing is checked: a text that can be no id at all names something unknown, and the answer says so. Immutable and
 * thread-safe. The token is in no {@link #toString()}.
 *
 * <pre>{@code
 * Question.ofToken(bearer).action("device.edit").device("hall-1")
 * Question.ofPrincipal("bob").action("device.view").device("hall-1").inWorkspace("plant-north")
 * Question.ofPrincipal("bob").action("workspace.edit").workspace("plant-north")
 * }</pre>
 */
public final class Question {

    private final Asker asker;
    private final String action;
    private final Scope scope;
    private final String resource;
    private final @Nullable String context;

    private Question(Asker asker, String action, Scope scope, String resource, @Nullable String context) {
        this.asker = asker;
        this.action = action;
        this.scope = scope;
        this.resource = resource;
        this.context = context;
    }

    /** Begins a question of whoever holds this secret. */
    public static Asker ofToken(String token) {
        return new Asker(true, Objects.requireNonNull(token, "token"));
    }

    /** Begins a question of a principal that the host knows already. */
    public static Asker ofPrincipal(String principal) {
        return new Asker(false, Objects.requireNonNull(principal, "principal"));
    }

    /** Who asks; next comes what for. */
    public static final class Asker {

        private final boolean byToken;
        private final String text;

        private Asker(boolean byToken, String text) {
            this.byToken = byToken;
            this.text = text;
        }

        /** Whether {@link #text()} is a token, a secret, rather than a principal's id. */
        public boolean isByToken() {
            return byToken;
        }

        /** The token or the principal's id. */
        public String text() {
            return text;
        }

        /** Names the action, as the catalogue does. */
        public Deed action(String action) {
            return new Deed(this, Objects.requireNonNull(action, "action"));
        }
    }

    /** Who asks what for; next comes where. */
    public static final class Deed {

        private final Asker asker;
        private final String action;

        private Deed(Asker asker, String action) {
            this.asker = asker;
            this.action = action;
        }

        /** Who asks. */
        public Asker asker() {
            return asker;
        }

        /** The name of the action. */
        public String action() {
            return action;
        }

        /** Asks about a device, through whichever workspace it is present in. */
        public Question device(String device) {
            return on(Scope.DEVICE, device);
        }

        /** Asks about a workspace. */
        public Question workspace(String workspace) {
            return on(Scope.WORKSPACE, workspace);
        }

        /** Asks about an organization. */
        public Question organization(String organization) {
            return on(Scope.ORGANIZATION, organization);
        }

        /** Asks about a thing of this kind. */
        public Question on(Scope scope, String resource) {
            return new Question(asker, action, scope, Objects.requireNonNull(resource, scope.word()), null);
        }
    }

    /**
     * The same question about a device, where only the rights through this workspace count.
     *
     * @throws IllegalStateException if the question is not about a device
     */
    public Question inWorkspace(String workspace) {
        if (scope != Scope.DEVICE) {
            throw new IllegalStateException(
                    "Only a question about a device has a workspace as its context; this one is about a "
                            + scope.word());
        }
        return new Question(asker, action, scope, resource, Objects.requireNonNull(workspace, "workspace"));
    }

    /** Whether {@link #asker()} is a token, a secret, rather than a principal's id. */
    public boolean isByToken() {
        return asker.byToken;
    }

    /** The token or the principal's id. */
    public String asker() {
        return asker.text;
    }

    /** The name of the action. */
    public String action() {
        return action;
    }

    /** What kind of thing the question is about. */
    public Scope scope() {
        return scope;
    }

    /** The id of the thing. */
    public String resource() {
        return resource;
    }

    /** The workspace through which alone rights on the device count, or null. */
    public @Nullable String context() {
        return context;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Question that
                && asker.byToken == that.asker.byToken
                && asker.text.equals(that.asker.text)
                && action.equals(that.action)
                && scope == that.scope
                && resource.equals(that.resource)
                && Objects.equals(context, that.context);
    }

    @Override
    public int hashCode() {
        return Objects.hash(asker.byToken, asker.text, action, scope, resource, context);
    }

    /** The question in words, without the token. */
    @Override
    public String toString() {
        return (asker.byToken ? "a token" : asker.text) + ": " + action + " on " + scope.word() + " " + resource
                + (context == null ? "" : " in workspace " + context);
    }
}
