package io.doorward.policytest;

import io.doorward.document.Position;

/** Takes what is wrong with a test file. */
@FunctionalInterface
interface Complaints {

    void add(Position position, String message);
}
