package io.doorward.differential;

import io.doorward.decision.Reason;
import io.doorward.generator.Feature;
import io.doorward.model.Policy;
import java.util.EnumMap;
import java.util.Map;

/** What was asked and what came out. For one thread at a time; tallies of several threads are added up. */
final class Tally {

    private final Map<Feature, Long> features = new EnumMap<>(Feature.class);
    private final Map<Reason, Long> reasons = new EnumMap<>(Reason.class);
    private long policies;
    private long questions;
    private long lists;

    void count(Policy policy) {
        policies++;
        Feature.of(policy).forEach(feature -> features.merge(feature, 1L, Long::sum));
    }

    void count(Reason reason) {
        questions++;
        reasons.merge(reason, 1L, Long::sum);
    }

    void countList() {
        lists++;
    }

    void add(Tally other) {
        policies += other.policies;
        questions += other.questions;
        lists += other.lists;
        other.features.forEach((feature, count) -> features.merge(feature, count, Long::sum));
        other.reasons.forEach((reason, count) -> reasons.merge(reason, count, Long::sum));
    }

    long policies() {
        return policies;
    }

    long questions() {
        return questions;
    }

    /** In how many of a hundred policies. */
    double percentOf(Feature feature) {
        return 100.0 * features.getOrDefault(feature, 0L) / policies;
    }

    /** Of how many of a hundred questions. */
    double percentOf(Reason reason) {
        return 100.0 * reasons.getOrDefault(reason, 0L) / questions;
    }

    /** The mix as a table. */
    String table() {
        StringBuilder table = new StringBuilder();
        table.append(String.format("%,d policies, %,d questions, %,d lists%n", policies, questions, lists));
        table.append(String.format("%nreason, %% of questions%n"));
        for (Reason reason : Reason.values()) {
            table.append(String.format("  %-50s %6.2f%n", reason, percentOf(reason)));
        }
        table.append(String.format("%nfeature, %% of policies%n"));
        for (Feature feature : Feature.values()) {
            table.append(String.format("  %-50s %6.2f%n", feature, percentOf(feature)));
        }
        return table.toString();
    }
}
