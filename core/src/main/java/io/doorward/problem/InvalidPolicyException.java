package io.doorward.problem;

import com.google.common.collect.ImmutableList;
import java.util.List;

/**
 * A policy, or a part of one, that cannot be built, with everything that is wrong with it.
 *
 * <p>Nothing half built exists where this is thrown. The message gives the number of problems and
 * then one a line, the first {@value #LINES_IN_MESSAGE} of them; {@link #problems()} has them all.
 */
public final class InvalidPolicyException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    /** A log line for each problem of a broken file of thousands of rows would help nobody. */
    private static final int LINES_IN_MESSAGE = 20;

    private final ImmutableList<Problem> problems;

    /**
     * An exception with these problems, in this order.
     *
     * @param problems at least one; copied
     */
    public InvalidPolicyException(List<Problem> problems) {
        super(message(problems));
        this.problems = ImmutableList.copyOf(problems);
    }

    /**
     * All problems, in the order given; what is built from the same rows has the same problems in the same order.
     *
     * @return at least one, immutable
     */
    public List<Problem> problems() {
        return problems;
    }

    private static String message(List<Problem> problems) {
        if (problems.isEmpty()) {
            throw new IllegalArgumentException(
                    "There is no problem to report; throw this exception only with at least one.");
        }
        StringBuilder message = new StringBuilder();
        message.append(problems.size()).append(problems.size() == 1 ? " problem:" : " problems:");
        problems.stream().limit(LINES_IN_MESSAGE).forEach(problem -> message.append('\n')
                .append(problem));
        if (problems.size() > LINES_IN_MESSAGE) {
            message.append("\nand ").append(problems.size() - LINES_IN_MESSAGE).append(" more");
        }
        return message.toString();
    }
}
