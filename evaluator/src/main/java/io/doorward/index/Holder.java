package io.doorward.index;

/**
 * A principal in one word, with all that a check has to know of it and of the token by which it came: its number in the upper
 * half, and below it what stands in its way or needs a closer look. A word without any of these marks is a user or an API
 * user in good standing.
 */
final class Holder {

    /** No principal at all. */
    static final long NOBODY = -1;

    /** The token was revoked. */
    private static final long REVOKED = 1;

    /** The token has a window. */
    private static final long TIMED = 1 << 1;

    /** The principal is suspended. */
    private static final long SUSPENDED = 1 << 2;

    /** The principal is a public link. */
    private static final long LINK = 1 << 3;

    private Holder() {}

    /** The principal by itself. */
    static long of(int principal, boolean suspended, boolean isLink) {
        return ((long) principal << Integer.SIZE) | (suspended ? SUSPENDED : 0) | (isLink ? LINK : 0);
    }

    /** The same principal, come by a token. */
    static long byToken(long holder, boolean revoked, boolean timed) {
        return holder | (revoked ? REVOKED : 0) | (timed ? TIMED : 0);
    }

    /** Whether it is a user or an API user in good standing, always. */
    static boolean isPlain(long holder) {
        return (holder & (REVOKED | TIMED | SUSPENDED | LINK)) == 0;
    }

    static int principal(long holder) {
        return (int) (holder >>> Integer.SIZE);
    }

    static boolean isRevoked(long holder) {
        return (holder & REVOKED) != 0;
    }

    static boolean isTimed(long holder) {
        return (holder & TIMED) != 0;
    }

    static boolean isSuspended(long holder) {
        return (holder & SUSPENDED) != 0;
    }

    static boolean isLink(long holder) {
        return (holder & LINK) != 0;
    }
}
