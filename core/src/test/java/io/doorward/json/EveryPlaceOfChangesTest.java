package io.doorward.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** One fault at every place of a change set. */
class EveryPlaceOfChangesTest extends EveryPlaceContract {

    private static final Pattern REQUIRED_IN_ANY_CHANGE = Pattern.compile("/format|/changes|/madeAgainst/revision"
            + "|.*/(change|sha256|token|scope)|.*/catalogue/.*/name"
            + "|.*/(allDevices|(products|devices)/[^/]+)/permissions");

    EveryPlaceOfChangesTest() {
        super("changes-1.schema.json", ChangesJson::read);
    }

    /** The example, cut into documents of one change. */
    @Override
    List<ObjectNode> documents() {
        List<ObjectNode> documents = new ArrayList<>();
        for (JsonNode change : parse("everything.changes.json").get("changes")) {
            ObjectNode document = parse("everything.changes.json");
            document.putArray("changes").add(change);
            documents.add(document);
        }
        return documents;
    }

    /** What a key of a change is, the table of changes says. */
    @Override
    boolean isRequired(ObjectNode document, JsonPointer place) {
        JsonNode word = document.at(place.head()).path("change");
        return REQUIRED_IN_ANY_CHANGE.matcher(place.toString()).matches()
                || (word.isTextual()
                        && isRequired(word.textValue(), place.last().getMatchingProperty()));
    }

    private static boolean isRequired(String change, String name) {
        return ChangeKinds.find(change).orElseThrow().parts().stream()
                .filter(part -> part.rule() != Part.Rule.OPTIONAL)
                .flatMap(part -> part.keys().stream())
                .anyMatch(key -> key.name().equals(name));
    }
}
