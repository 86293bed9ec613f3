package io.doorward.store.file;

import static java.util.stream.Collectors.joining;

import io.doorward.model.Policy;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells in the log what a person changed who edited the document. */
final class HandEdits {

    private static final Logger LOG = LoggerFactory.getLogger(HandEdits.class);

    /** Tells at most so many; a document that was replaced as a whole differs in thousands. */
    private static final int SENTENCES = 200;

    private HandEdits() {}

    static void log(DocumentFiles files, Policy before, Policy after) {
        List<String> sentences = GainsAndLosses.between(before, after);
        LOG.warn(
                "The policy file {} was edited by hand; it is revision {} now, with {} gains and losses.{}{}",
                files.document(),
                after.revision(),
                sentences.size(),
                sentences.stream()
                        .limit(SENTENCES)
                        .map(sentence -> "\n" + sentence)
                        .collect(joining()),
                sentences.size() > SENTENCES ? "\nand " + (sentences.size() - SENTENCES) + " more" : "");
    }
}
