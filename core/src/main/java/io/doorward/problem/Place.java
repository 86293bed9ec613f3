package io.doorward.problem;

/**
 * Where a row of a policy came from: a line of a file, a row of a table.
 *
 * <p>A builder keeps the place of every row but asks for its text only when it has a problem to
 * report, so a place may be cheap to make and dear to render. {@link #text()} is called on the
 * thread that builds, must not return null and must not throw.
 */
@FunctionalInterface
public interface Place {

    /**
     * The place in words.
     *
     * @return such as {@code line 3, column 7}; never contains a secret or a line break
     */
    String text();
}
