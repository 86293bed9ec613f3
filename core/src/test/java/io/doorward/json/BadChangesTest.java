package io.doorward.json;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Documents that are no change sets. */
class BadChangesTest {

    private static final BadDocuments DOCUMENTS = new BadDocuments(
            "bad-changes", Resources.schema("changes-1.schema.json"), ChangesJson::read, ChangesJson::read);

    static Stream<String> documents() throws IOException {
        return DOCUMENTS.names().stream();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void isRefusedWithAllThatIsWrong(String name) throws IOException {
        DOCUMENTS.assertRefused(name);
    }

    @Test
    void everyExpectationHasItsDocument() throws IOException {
        DOCUMENTS.assertEveryExpectationHasItsDocument();
    }
}
