package io.doorward.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import io.doorward.admin.Administration;
import io.doorward.change.Actor;
import io.doorward.change.ChangeRefusedException;
import io.doorward.change.Transition;
import io.doorward.json.ChangesDocument;
import io.doorward.model.Cascade;
import io.doorward.model.Identifiers;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.Revision;
import io.doorward.problem.Problem;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
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
        Actor actor = actor(Option.AS.in(arguments));
        Instant now = Option.CHANGE_AT.instantIn(arguments).orElseGet(Instant::now);
        boolean dryRun = Option.DRY_RUN.isIn(arguments);
        Policy policy = Policies.read(file);
        ChangesDocument document = ChangeSets.read(changes, console);
        Transition transition;
        try {
            requireMadeAgainst(document.madeAgainst(), policy.revision());
            transition =
                    Administration.apply(policy, document.changes(), actor, next(file, policy.revision(), dryRun), now);
        } catch (ChangeRefusedException refused) {
            print(refused, policy.revision(), Option.JSON.isIn(arguments), console);
            return NO;
        }
        if (!dryRun) {
            write(file, transition.after());
        }
        print(transition, !dryRun, Option.JSON.isIn(arguments), console);
        return OK;
    }

    private static Actor actor(@Nullable String principal) {
        if (principal == null) {
            return Actor.HOST;
        }
        if (!Identifiers.isId(principal)) {
            throw new Refusal(Option.AS.word() + ": this text can be no id; give 1 to " + Identifiers.MAX_BYTES
                    + " bytes without control characters.");
        }
        return Actor.principal(new PrincipalId(principal));
    }

    /** A file has no history: whether what the changes touch is still as it was, nobody can tell of another revision. */
    private static void requireMadeAgainst(@Nullable Revision madeAgainst, Revision revision) {
        if (madeAgainst != null && !madeAgainst.equals(revision)) {
            throw new ChangeRefusedException(
                    ChangeRefusedException.Kind.CONFLICT,
                    List.of(new Problem(
                            "/madeAgainst",
                            "The changes were made against revision " + named(madeAgainst)
                                    + ", but the policy is at revision " + named(revision)
                                    + "; look at it again and make them anew.")));
        }
    }

    private static String named(Revision revision) {
        return revision.number()
                + (revision.lineage().isEmpty() ? "" : " of lineage " + Problem.quoted(revision.lineage()));
    }

    private static Revision next(String file, Revision revision, boolean dryRun) {
        if (revision.number() == Long.MAX_VALUE) {
            throw new Refusal(file + ": the revision of this policy is the last that can be counted;"
                    + " give it a new lineage and a smaller revision.");
        }
        String lineage =
                revision.lineage().isEmpty() && !dryRun ? UUID.randomUUID().toString() : revision.lineage();
        return new Revision(lineage, revision.number() + 1);
    }

    private static void write(String file, Policy policy) {
        try {
            PolicyFile.replace(file, policy);
        } catch (IOException e) {
            throw new Refusal(
                    file + ": the changed policy cannot be written (" + e.getMessage() + "); the file is as it was.");
        }
    }

    private static void print(Transition transition, boolean written, boolean asJson, Console console) {
        Revision revision = transition.after().revision();
        if (asJson) {
            JsonAnswer.print(console.out(), json -> {
                json.writeBooleanField("accepted", true);
                json.writeBooleanField("written", written);
                JsonAnswer.writeRevision(json, revision);
                writeCascades(json, transition.cascades());
            });
        } else {
            console.out().println("revision " + revision.number());
            transition.cascades().forEach(console.out()::println);
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
