package io.doorward.store;

import org.jspecify.annotations.Nullable;

/**
 * Trouble with where a policy is kept: unreachable, busy, damaged, closed. Nothing that the host asked for is wrong; a change
 * set during which this is thrown was not made, unless the message says that it is not known.
 */
public class StoreException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final boolean retryable;

    /**
     * Makes one.
     *
     * @param message what happened, where, and what to do; no secret
     * @param cause from which it comes, or null
     * @param retryable whether the same call may well succeed if it is made again
     */
    public StoreException(String message, @Nullable Throwable cause, boolean retryable) {
        super(message, cause);
        this.retryable = retryable;
    }

    /** Whether the same call may well succeed if it is made again: a deadlock, a lock that took too long, a lost connection. */
    public boolean isRetryable() {
        return retryable;
    }
}
