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
 * @param allowedByDeviceGrants the answer of one who, besides, knows no grants but those on single devices
 */
@SuppressWarnings("ArrayRecordComponent") // read in the loop of a benchmark; never compared
public record Questions(
        String[] tokens,
        Action[] actions,
        String[] devices,
        boolean[] allowed,
        boolean[] allowedByOwnGrants,
        boolean[] allowedByDeviceGrants) {

    Questions(int count) {
        this(
                new String[count],
                new Action[count],
                new String[count],
                new boolean[count],
                new boolean[count],
                new boolean[count]);
    }

    /** How many there are. */
    public int size() {
        return tokens.length;
    }

    /**
     * Puts new copies in the place of some questions' texts, which have never been hashed: as they come out of a request.
     *
     * @param from the first; the last question is followed by the first one
     */
    public void refresh(int from, int count) {
        for (int i = from; i < from + count; i++) {
            int question = i % size();
            tokens[question] = Texts.fresh(tokens[question]);
            devices[question] = Texts.fresh(devices[question]);
        }
    }
}
