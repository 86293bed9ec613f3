package io.doorward.decision;

import io.doorward.model.Revision;
import io.doorward.permission.Permission;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The answer to one question: allowed or denied, why, by which revision of the policy, and until when.
 *
 * <p>Immutable and thread-safe. Holds no secret.
 *
 * <p><b>What may leave the host.</b> {@link #reason()} and {@link #missing()} tell whether a device exists and who holds
 * what on it; they are for logs and administrators. A client gets {@link #forClient()}, which is the same for what does
 * not exist, what belongs to others, and what belongs to others and is suspended. It does not hide how long an answer
 * took.
 */
public final class Decision {

    private final Reason reason;
    private final List<Permission> missing;
    private final Revision revision;
    private final @Nullable Instant holdsUntil;
    private final ClientReason forClient;

    private Decision(
            Reason reason,
            List<Permission> missing,
            Revision revision,
            @Nullable Instant holdsUntil,
            ClientReason forClient) {
        this.reason = reason;
        this.missing = List.copyOf(missing);
        this.revision = revision;
        this.holdsUntil = holdsUntil;
        this.forClient = forClient;
    }

    /**
     * Makes a decision; evaluators do, hosts have no need to.
     *
     * @param reason {@link Reason#ALLOWED} or why not
     * @param missing the permissions that were missing, in catalogue order
     * @param revision the state of the policy that was asked
     * @param holdsUntil the first instant at which the answer differs if nothing changes, or null
     * @param forClient what a client may be told
     */
    public static Decision of(
            Reason reason,
            List<Permission> missing,
            Revision revision,
            @Nullable Instant holdsUntil,
            ClientReason forClient) {
        return new Decision(reason, missing, revision, holdsUntil, forClient);
    }

    /** Whether the action is allowed. */
    public boolean allowed() {
        return reason == Reason.ALLOWED;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }

    /**
     * What was missing: for {@link Reason#MISSING_PERMISSIONS} the device, then the workspace (or organization)
     * permissions, for {@link Reason#CLAIM_CEILING} what the ceiling took; in catalogue order; else empty.
     */
    public List<Permission> missing() {
        return missing;
    }

    /** The state of the policy that was asked. */
    public Revision revision() {
        return revision;
    }

    /**
     * The first instant at which this answer will be another one though nothing changes, because a validity window opens
     * or closes; empty if there is no such instant.
     */
    public Optional<Instant> holdsUntil() {
        return Optional.ofNullable(holdsUntil);
    }

    /** The only part of the answer that a client may see. */
    public ClientReason forClient() {
        return forClient;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Decision that
                && reason == that.reason
                && missing.equals(that.missing)
                && revision.equals(that.revision)
                && Objects.equals(holdsUntil, that.holdsUntil)
                && forClient == that.forClient;
    }

    @Override
    public int hashCode() {
        return Objects.hash(reason, missing, revision, holdsUntil, forClient);
    }

    /** {@code ALLOW}, or {@code DENY} with the reason and what is missing. */
    @Override
    public String toString() {
        if (allowed()) {
            return "ALLOW";
        }
        return missing.isEmpty() ? "DENY " + reason : "DENY " + reason + " " + missing;
    }
}
