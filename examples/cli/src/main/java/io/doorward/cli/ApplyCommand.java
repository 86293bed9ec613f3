package io.doorward.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.doorward.change.ChangeRefusedException;
import io.doorward.json.ChangesDocument;
import io.doorward.model.Cascade;
import io.doorward.model.Identifiers;
import io.doorward.model.PrincipalId;
import io.doorward.model.Revision;
import io.doorward.store.Applied;
import io.doorward.store.ApplyOptions;
import io.doorward.store.PolicyStore;
import io.doorward.store.StoreException;
import io.doorward.store.file.JsonFilePolicyStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Makes a change set and writes the policy back. */
final class ApplyCommand implements Command {

    @Override
    public List<Option> options() {
        return List.of(Option.POLICY, Option.CHANGES, Option.AS, Option.DRY_RUN, Option.CHANGE_AT, Option.JSON);
    }

    @Override
    public void describe(CommandSpec spec) {
        spec.usageMessage()
                .footer("", "Exit status: 0 if the changes are made, or could be, 1 if something forbids them.");
    }

    @Override
    public int run(ParseResult arguments, Console console) {
        String file = Option.POLICY.requiredIn(arguments);
        String changes = Option.CHANGES.requiredIn(arguments);
        ApplyOptions options = as(Option.AS.in(arguments));
        InstantSource clock =
                Option.CHANGE_AT.instantIn(arguments).map(InstantSource::fixed).orElse(InstantSource.system());
        boolean dryRun = Option.DRY_RUN.isIn(arguments);
        boolean json = Option.JSON.isIn(arguments);
        Revision named = Policies.read(file).revision();
        ChangesDocument document = ChangeSets.read(changes, console);
        Function<PolicyStore, Applied> work = store -> apply(store, document, named, options);
        try {
            Applied applied = dryRun ? DryRun.apply(file, clock, work) : apply(file, clock, work);
            print(applied, !dryRun, json, console);
            return OK;
        } catch (ChangeRefusedException refused) {
            print(refused, named, json, console);
            return NO;
        } catch (StoreException e) {
            throw new Refusal(String.valueOf(e.getMessage()));
        }
    }

    private static Applied apply(String file, InstantSource clock, Function<PolicyStore, Applied> work) {
        try (PolicyStore store =
                JsonFilePolicyStore.builder(Path.of(file)).clock(clock).open()) {
            return work.apply(store);
        }
    }

    private static Applied apply(PolicyStore store, ChangesDocument document, Revision named, ApplyOptions options) {
        Revision madeAgainst = document.madeAgainst();
        return store.apply(
                document.changes(),
                madeAgainst == null ? options : options.against(asKnown(madeAgainst, named, store.head())));
    }

    /** A policy without a lineage has one in a store, which changes that were made before cannot name. */
    private static Revision asKnown(Revision madeAgainst, Revision named, Revision head) {
        return madeAgainst.lineage().isEmpty() && named.lineage().isEmpty()
                ? new Revision(head.lineage(), madeAgainst.number())
                : madeAgainst;
    }

    private static ApplyOptions as(@Nullable String principal) {
        if (principal == null) {
            return ApplyOptions.host();
        }
        if (!Identifiers.isId(principal)) {
            throw new Refusal(Option.AS.word() + ": this text can be no id; give 1 to " + Identifiers.MAX_BYTES
                    + " bytes without control characters.");
        }
        return ApplyOptions.as(new PrincipalId(principal));
    }

    private static void print(Applied applied, boolean written, boolean asJson, Console console) {
        Revision revision = applied.revision();
        if (asJson) {
            JsonAnswer.print(console.out(), json -> {
                json.writeBooleanField("accepted", true);
                json.writeBooleanField("written", written);
                JsonAnswer.writeRevision(json, revision);
                writeCascades(json, applied.cascades());
            });
        } else {
            console.out().println("revision " + revision.number());
            applied.cascades().forEach(console.out()::println);
        }
    }

    private static void writeCascades(JsonGenerator json, List<Cascade> cascades) throws IOException {
        json.writeArrayFieldStart("cascades");
        for (Cascade cascade : cascades) {
            JsonAnswer.writeObject(json, object -> {
                object.writeStringField("kind", cascade.kind().name());
                if (cascade.workspace() != null) {
                    object.writeStringField("workspace", cascade.workspace().value());
                }
                object.writeStringField("row", cascade.row());
                if (cascade.of() != null) {
                    object.writeStringField("of", cascade.of());
                }
            });
        }
        json.writeEndArray();
    }

    private static void print(ChangeRefusedException refused, Revision revision, boolean asJson, Console console) {
        if (asJson) {
            JsonAnswer.print(console.out(), json -> {
                json.writeBooleanField("accepted", false);
                json.writeBooleanField("written", false);
                JsonAnswer.writeRevision(json, revision);
                json.writeStringField("refusal", refused.kind().name());
                JsonAnswer.writeProblems(json, refused.problems());
            });
        } else {
            refused.problems().forEach(console.out()::println);
        }
    }
}
