package io.doorward.store.testing;

import io.doorward.model.Policy;
import io.doorward.model.Revision;
import io.doorward.store.Commit;
import io.doorward.store.Follower;
import io.doorward.store.ReloadReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;

/** A follower that keeps what it hears, and what tests demand of that. */
class Ear implements Follower {

    private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
    private final Duration patience;

    /** One call: a commit, a reason to reload, or the end if it is neither. */
    private record Heard(@Nullable Commit commit, @Nullable ReloadReason reload) {

        @Override
        public String toString() {
            return commit != null ? commit.toString() : reload != null ? "reload: " + reload : "closed";
        }
    }

    Ear(Duration patience) {
        this.patience = patience;
    }

    @Override
    public void committed(Commit commit) {
        heard.add(new Heard(commit, null));
    }

    @Override
    public void reload(ReloadReason reason) {
        heard.add(new Heard(null, reason));
    }

    @Override
    public void closed() {
        heard.add(new Heard(null, null));
    }

    /** Demands the very next commit. */
    Commit expectNext(Revision after) {
        Heard next = next("revision " + (after.number() + 1));
        Commit commit = next.commit();
        if (commit == null) {
            return Assertions.fail("Expected revision " + (after.number() + 1) + ", but heard " + next + ".");
        }
        Assertions.assertEquals(after, commit.parent(), "the revision before the one delivered");
        Assertions.assertEquals(
                new Revision(after.lineage(), after.number() + 1), commit.revision(), "the revision delivered");
        return commit;
    }

    /** Demands every revision from one to another, once and in order. */
    List<Commit> expect(Revision after, Revision last) {
        List<Commit> commits = new ArrayList<>();
        Revision at = after;
        while (at.number() < last.number()) {
            Commit commit = expectNext(at);
            commits.add(commit);
            at = commit.revision();
        }
        Assertions.assertEquals(last, at, "the last revision delivered");
        return commits;
    }

    /** Demands every revision from that of a policy to another, and gives what becomes of the policy by them. */
    Policy replay(Policy from, Revision last) {
        Policy policy = from;
        for (Commit commit : expect(from.revision(), last)) {
            policy = commit.delta().applyTo(policy);
        }
        return policy;
    }

    void expectReload(ReloadReason reason) {
        Heard next = next("to be told to reload");
        Assertions.assertEquals(reason, next.reload(), "the reason to reload; heard " + next);
    }

    void expectClosed() {
        Heard next = next("to be told that the source is closed");
        Assertions.assertTrue(
                next.commit() == null && next.reload() == null, "expected the end of the source, but heard " + next);
    }

    /** Demands that it has heard nothing that was not asked for; who asks has made sure that there was time for it. */
    void expectNothing() {
        Assertions.assertNull(heard.peek(), "heard what nobody should");
    }

    private Heard next(String expected) {
        try {
            Heard next = heard.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            return next == null
                    ? Assertions.fail("Expected " + expected + ", but heard nothing for " + patience + ".")
                    : next;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Assertions.fail("The test was interrupted.", e);
        }
    }
}
