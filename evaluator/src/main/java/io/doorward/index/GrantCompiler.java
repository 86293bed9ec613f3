package io.doorward.index;

import io.doorward.model.Grant;
import io.doorward.permission.PermissionSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Compiles grants for one version of the index. For one thread. */
final class GrantCompiler {

    private GrantCodes codes;

    /** By the bits as written. */
    private final Map<Long, Integer> known = new HashMap<>();

    private @Nullable Grant last;
    private int lastCode;

    GrantCompiler(GrantCodes codes) {
        this.codes = codes;
    }

    /** With all codes that were given so far. */
    GrantCodes codes() {
        return codes;
    }

    /** The code of a grant; {@link GrantCodes#APART} for one that has to lie apart. */
    @SuppressWarnings("ReferenceEquality") // the very grant of the row before, as a short cut
    int codeOf(Grant grant) {
        if (grant != last) {
            last = grant;
            lastCode = grant.window().isAlways()
                    ? known.computeIfAbsent(grant.permissions().bits(), bits -> newCode(grant))
                    : GrantCodes.APART;
        }
        return lastCode;
    }

    private int newCode(Grant grant) {
        PermissionSet carried = carriedBy(grant);
        int code = codes.of(carried);
        if (code != GrantCodes.APART || codes.isFull()) {
            return code;
        }
        codes = codes.plus(carried);
        return codes.count();
    }

    /** The row of a grant. */
    GrantRow row(Grant grant, Windows windows) {
        int code = codeOf(grant);
        return code == GrantCodes.APART
                ? new GrantRow(carriedBy(grant), windows.of(grant.window()))
                : codes.grant(code);
    }

    private static PermissionSet carriedBy(Grant grant) {
        return grant.permissions().asGrant();
    }
}
