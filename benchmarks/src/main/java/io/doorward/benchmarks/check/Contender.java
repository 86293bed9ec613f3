package io.doorward.benchmarks.check;

import io.doorward.permission.Action;

/** Something that answers checks and is measured. */
public interface Contender {

    /** Whether the holder of the token may. */
    boolean allows(String token, Action action, String device);
}
