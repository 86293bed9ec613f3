package io.doorward.store.file;

import io.doorward.model.Policy;
import io.doorward.store.Commit;
import io.doorward.store.Follower;
import io.doorward.store.PolicyStore;
import io.doorward.store.ReloadReason;
import java.util.ArrayList;
import java.util.List;

/** A follower that applies each revision to the one before, and notes what is not as it must be. */
final class Chain implements Follower {

    private final PolicyStore store;
    private final List<String> faults = new ArrayList<>();
    private Policy policy;
    private int commits;
    private int reloads;

    private Chain(PolicyStore store) {
        this.store = store;
        policy = store.read();
    }

    static Chain follow(PolicyStore store) {
        Chain chain = new Chain(store);
        store.follow(chain.policy().revision(), chain);
        return chain;
    }

    @Override
    public synchronized void committed(Commit commit) {
        if (!commit.parent().equals(policy.revision())
                || commit.revision().number() != policy.revision().number() + 1) {
            faults.add("after " + policy.revision() + " came " + commit);
        }
        policy = commit.delta().applyTo(policy);
        commits++;
        requireWhole();
    }

    @Override
    public void reload(ReloadReason reason) {
        Policy read = store.read();
        synchronized (this) {
            policy = read;
            reloads++;
            if (reason != ReloadReason.TOO_OLD) {
                faults.add("told to reload: " + reason);
            }
            requireWhole();
        }
        store.follow(read.revision(), this);
    }

    @Override
    public void closed() {}

    private void requireWhole() {
        if (!Deed.isWhole(policy)) {
            faults.add("half a change at " + policy.revision());
        }
    }

    synchronized Policy policy() {
        return policy;
    }

    synchronized List<String> faults() {
        return List.copyOf(faults);
    }

    /** What it has heard, in one line. */
    @Override
    public synchronized String toString() {
        return commits + " commits, " + reloads + " reloads, at revision "
                + policy.revision().number();
    }
}
