package io.doorward.document;

/**
 * How much of a document is read at most. What is beyond a limit ends the reading with a sentence; memory and stack
 * never do.
 *
 * @param size of the document, in bytes of a stream or in characters of a string
 * @param depth how deep arrays and objects nest
 * @param text the longest string, in characters
 * @param key the longest key, in characters
 * @param number the longest number, in characters
 * @param problems after how many problems the reading ends
 */
public record Limits(long size, int depth, int text, int key, int number, int problems) {

    /**
     * For every document that we read. Our formats nest 8 deep and have strings of 1,024 characters, so all but the
     * size are far beyond any legal document; the size has room for tens of millions of grants.
     */
    public static final Limits DEFAULT = new Limits(1L << 30, 32, 1_000_000, 50_000, 1_000, 10_000);

    /** The same, but for the size. */
    public Limits withSize(long newSize) {
        return new Limits(newSize, depth, text, key, number, problems);
    }

    /** The same, but for the number of problems. */
    public Limits withProblems(int newProblems) {
        return new Limits(size, depth, text, key, number, newProblems);
    }
}
