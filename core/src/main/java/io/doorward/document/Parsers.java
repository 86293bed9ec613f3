package io.doorward.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;

/** Jackson's parser, set up for documents that may hold secrets and may be made to hurt. */
final class Parsers {

    private static final JsonFactory OF_DEFAULT_LIMITS = factory(Limits.DEFAULT);

    private Parsers() {}

    static JsonParser of(InputStream document, Limits limits, DocumentProblems problems) throws IOException {
        return of(new Utf8Reader(document, limits.size(), () -> refuseByteOrderMark(problems)), limits);
    }

    static JsonParser of(String document, Limits limits, DocumentProblems problems) throws IOException {
        StringReader reader = new StringReader(document);
        if (document.indexOf(Utf8Reader.BYTE_ORDER_MARK) == 0) {
            refuseByteOrderMark(problems);
            reader.skip(1);
        }
        return of(reader, limits);
    }

    private static void refuseByteOrderMark(DocumentProblems problems) {
        problems.add(Position.START, "The document begins with a byte order mark; save it as UTF-8 without one.");
    }

    private static JsonParser of(Reader document, Limits limits) throws IOException {
        JsonParser parser =
                (limits.equals(Limits.DEFAULT) ? OF_DEFAULT_LIMITS : factory(limits)).createParser(document);
        parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
        return parser;
    }

    private static JsonFactory factory(Limits limits) {
        StreamReadConstraints constraints = StreamReadConstraints.builder()
                // One more than ours, so that it is we who say it.
                .maxNestingDepth(limits.depth() + 1)
                .maxStringLength(limits.text())
                .maxNameLength(limits.key())
                .maxNumberLength(limits.number())
                .build();
        return JsonFactory.builder()
                .streamReadConstraints(constraints)
                // Keys are often ids: a table of them would grow with the document, and be attacked by crafted ids.
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                // Buffers that a thread keeps would keep the secrets of the last document.
                .disable(JsonFactory.Feature.USE_THREAD_LOCAL_FOR_BUFFER_RECYCLING)
                .build();
    }
}
