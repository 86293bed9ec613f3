package io.doorward.model;

import io.doorward.problem.Problem;

/**
 * Which state of a policy this is: a number that grows by one with each change, within a lineage that a store starts anew
 * when it is copied or restored.
 *
 * @param lineage at most 256 bytes; empty for a policy that no store wrote
 * @param number 0 or more
 */
public record Revision(String lineage, long number) {

    /** A policy made by hand. */
    public static final Revision NONE = new Revision("", 0);

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if the number is negative or the lineage too long or not printable
     */
    public Revision {
        String fault = Identifiers.faultOf(lineage, false);
        if (fault != null) {
            throw new IllegalArgumentException("The lineage " + Problem.quoted(lineage) + " " + fault + ".");
        }
        if (number < 0) {
            throw new IllegalArgumentException("The revision " + number + " is negative; give 0 or more.");
        }
    }

    /** For people: {@code lineage/number}, or the number alone. */
    @Override
    public String toString() {
        return lineage.isEmpty() ? Long.toString(number) : lineage + "/" + number;
    }
}
