package io.doorward.json;

import io.doorward.document.ObjectWalk;
import io.doorward.document.Shape;
import io.doorward.model.ClaimBuilder;
import io.doorward.model.OfferBuilder;
import io.doorward.model.WorkspaceBuilder;
import io.doorward.permission.Scope;
import io.doorward.token.TokenHash;

/** Reads the two sides of a claim: the claim itself and the offer of one. */
final class ClaimReader {

    static final Shape CLAIM = Shape.of("a claim", "device!", "ceiling");

    static final Shape OFFER =
            Shape.of("an offer", "device!", "ceiling", "openedBy", "code!", "notBefore", "expiresAt");

    static final Shape CODE = Shape.of("a code", "sha256", "token").secret();

    private ClaimReader() {}

    static void readClaim(PolicyInput in, ObjectWalk row, Details<WorkspaceBuilder> workspace) {
        Details<ClaimBuilder> details = new Details<>();
        details.set(row.position(), ClaimBuilder::at);
        String device = null;
        while (row.next()) {
            if (row.key().equals("device")) {
                device = in.id();
            } else {
                details.set(in.permissions(Scope.DEVICE), ClaimBuilder::ceiling);
            }
        }
        workspace.set(device, (builder, known) -> builder.claim(known, details));
    }

    static void readOffer(PolicyInput in, ObjectWalk row, Details<WorkspaceBuilder> workspace) {
        Details<OfferBuilder> details = new Details<>();
        details.set(row.position(), OfferBuilder::at);
        String device = null;
        TokenHash code = HashReader.placeholder(row.position());
        while (row.next()) {
            switch (row.key()) {
                case "device" -> device = in.id();
                case "ceiling" -> details.set(in.permissions(Scope.DEVICE), OfferBuilder::ceiling);
                case "openedBy" -> details.set(in.id(), OfferBuilder::openedBy);
                case "code" -> code = HashReader.readObject(in, CODE, "A code");
                case "notBefore" -> details.set(in.instant(), OfferBuilder::notBefore);
                default -> details.set(in.instant(), OfferBuilder::expiresAt);
            }
        }
        TokenHash hash = code;
        workspace.set(device, (builder, known) -> builder.offer(known, hash, details));
    }
}
