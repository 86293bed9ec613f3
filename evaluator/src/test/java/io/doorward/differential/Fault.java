package io.doorward.differential;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A mistake that somebody could make in the evaluator.
 *
 * @param sentence the rule that it breaks, in the words of the domain
 * @param type the type whose source it changes, without its package where that is the index
 * @param code the code that is right; blanks and line ends do not count
 * @param mistake what it becomes
 */
record Fault(String sentence, String type, String code, String mistake) {

    private static final String INDEX = "io.doorward.index.";

    /** The full name of the changed type. */
    String typeName() {
        return type.contains(".") ? type : INDEX + type;
    }

    /** The source with the mistake in it. */
    String plantIn(String source) {
        Pattern pattern = Pattern.compile(
                Stream.of(code.strip().split("\\s+")).map(Pattern::quote).collect(Collectors.joining("\\s+")));
        List<String> found =
                pattern.matcher(source).results().map(result -> result.group()).toList();
        if (found.size() != 1) {
            throw new IllegalStateException(String.format(
                    "The fault against \"%s\" cannot be planted: its code stands %d times in %s, and must stand there"
                            + " once. The evaluator has changed; plant the fault where that rule is kept now.",
                    sentence, found.size(), typeName()));
        }
        return pattern.matcher(source).replaceFirst(Matcher.quoteReplacement(mistake));
    }

    @Override
    public String toString() {
        return sentence + " [" + type + ": " + mistake.strip() + "]";
    }
}
