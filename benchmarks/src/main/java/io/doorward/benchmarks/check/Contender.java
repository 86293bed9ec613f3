package io.doorward.benchmarks.check;

import io.doorward.permission.Action;

/** Something that answers checks and is measured. */
interface Contender {

    boolean allows(String token, Action action, String device);
}
