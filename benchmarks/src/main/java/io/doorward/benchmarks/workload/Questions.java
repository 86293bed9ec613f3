package io.doorward.benchmarks.workload;

import io.doorward.permission.Action;

/**
 * Questions drawn beforehand, a column an array, and the answers that the rules of the domain give.
 *
 * @param tokens who asks
 * @param actions what for
 * @param devices on which device
 * @param allowed the answer
 * @param allowedByOwnGrants the answer of one who knows no teams, claims and windows
 */
@SuppressWarnings("ArrayRecordComponent") // read in the loop of a benchmark; never compared
public record Questions(
        String[] tokens, Action[] actions, String[] devices, boolean[] allowed, boolean[] allowedByOwnGrants) {

    Questions(int count) {
        this(new String[count], new Action[count], new String[count], new boolean[count], new boolean[count]);
    }

    /** How many there are. */
    public int size() {
        return tokens.length;
    }
}
