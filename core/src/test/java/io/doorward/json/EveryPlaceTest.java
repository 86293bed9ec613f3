package io.doorward.json;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Pattern;

/** One fault at every place of a policy. */
class EveryPlaceTest extends EveryPlaceContract {

    private static final Pattern REQUIRED = Pattern.compile("/format"
            + "|.*/(id|owner|user|principal|code|mode|sha256|token|scope)|.*/invites/[0-9]+/email"
            + "|/catalogue/.*/name"
            + "|/publicLinks/[0-9]+/device|.*/(claims|offers)/[0-9]+/device"
            + "|.*/(allDevices|(products|devices)/[^/]+)/permissions");

    EveryPlaceTest() {
        super("policy-1.schema.json", PolicyJson::read);
    }

    @Override
    List<ObjectNode> documents() {
        return List.of(parse("everything.json"));
    }

    @Override
    boolean isRequired(ObjectNode document, JsonPointer place) {
        return REQUIRED.matcher(place.toString()).matches();
    }
}
