package io.doorward.json;

import io.doorward.document.ObjectWalk;
import io.doorward.document.Shape;
import io.doorward.model.PolicyBuilder;
import io.doorward.model.PublicLinkBuilder;
import io.doorward.permission.LinkMode;
import org.jspecify.annotations.Nullable;

/** Reads a public link. */
final class PublicLinkReader {

    static final Shape SHAPE = Shape.of("a public link", "id!", "device!", "mode!", "suspended", "tokens");

    private PublicLinkReader() {}

    static void read(PolicyInput in, ObjectWalk row, PolicyBuilder policy) {
        Details<PublicLinkBuilder> details = new Details<>();
        details.set(row.position(), PublicLinkBuilder::at);
        String id = null;
        String device = null;
        LinkMode mode = null;
        while (row.next()) {
            switch (row.key()) {
                case "id" -> id = in.id();
                case "device" -> device = in.id();
                case "mode" -> mode = mode(in);
                case "suspended" -> details.set(in.bool(), PublicLinkBuilder::suspended);
                default -> TokenReader.readAll(in, details, PublicLinkBuilder::token);
            }
        }
        if (device != null && mode != null) {
            details.set(device, PublicLinkBuilder::device);
            details.set(mode, PublicLinkBuilder::mode);
            policy.publicLink(PolicyInput.idOr(id, row.position()), details);
        }
    }

    static @Nullable LinkMode mode(PolicyInput in) {
        String mode = in.text();
        for (LinkMode known : LinkMode.values()) {
            if (known.name().equals(mode)) {
                return known;
            }
        }
        if (mode != null) {
            in.document().rejectWord(mode, "\"READ\" or \"WRITE\"");
        }
        return null;
    }
}
