package io.doorward.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The contract of stores fails for each store that breaks a rule, by the test that holds that rule. */
class BrokenStoresTest {

    static Stream<Arguments> brokenStores() {
        return Stream.of(
                Arguments.of(BrokenStores.LosesARevision.class, "everyRevisionOnceAndInOrder"),
                Arguments.of(BrokenStores.TellsTwice.class, "everyRevisionOnceAndInOrder"),
                Arguments.of(BrokenStores.TellsOutOfOrder.class, "everyRevisionOnceAndInOrder"),
                Arguments.of(BrokenStores.GivesTwoWritersOneRevision.class, "revisionsAreDistinctAndInOrder"),
                Arguments.of(BrokenStores.KeepsHalfOfARefusedSet.class, "refusedSetLeavesNothing"),
                Arguments.of(BrokenStores.DrawsARevisionForARefusedSet.class, "refusedWritersDrawNoRevision"),
                Arguments.of(BrokenStores.TellsNothingOfAnEmptySet.class, "emptySetIsARevision"),
                Arguments.of(BrokenStores.ForgetsAgainst.class, "sameRowConflicts"),
                Arguments.of(BrokenStores.ConflictsWithEverything.class, "goesThroughWhereNothingConcernsIt"),
                Arguments.of(BrokenStores.ForgetsAuthors.class, "authorIsKept"),
                Arguments.of(BrokenStores.IgnoresLetterCase.class, "hostileIdsAreDifferent"),
                Arguments.of(BrokenStores.AsksNobody.class, "forbiddenSetLeavesNothing"),
                Arguments.of(BrokenStores.MixesRevisions.class, "slowVisitorHoldsUpNobody"),
                Arguments.of(BrokenStores.KeepsItsLineage.class, "startsANewLineage"),
                Arguments.of(BrokenStores.GoesOnAfterAFailure.class, "throwingFollowerReloads"),
                Arguments.of(BrokenStores.CallsFollowersItself.class, "blockedFollowerHurtsNobody"),
                Arguments.of(BrokenStores.CallsQuickFollowersUnderALock.class, "quickOnesAreCalledUnderNoLock"),
                Arguments.of(BrokenStores.WaitsForNobody.class, "haveHeardWhenTheWriterGoesOn"),
                Arguments.of(BrokenStores.StaysOpen.class, "useAfterCloseFails"));
    }

    @ParameterizedTest
    @MethodSource("brokenStores")
    void theContractFailsFor(Class<?> broken, String test) {
        Map<String, TestExecutionResult> results = run(broken);
        assertThat(results).containsKey(test);
        assertThat(results.get(test).getStatus())
                .as("%s of %s; failed: %s", test, broken.getSimpleName(), failed(results))
                .isEqualTo(TestExecutionResult.Status.FAILED);
    }

    private static List<String> failed(Map<String, TestExecutionResult> results) {
        return results.keySet().stream()
                .filter(test -> results.get(test).getStatus() == TestExecutionResult.Status.FAILED)
                .toList();
    }

    private static Map<String, TestExecutionResult> run(Class<?> contract) {
        Map<String, TestExecutionResult> results = new TreeMap<>();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(contract))
                                .build(),
                        new TestExecutionListener() {
                            @Override
                            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                                if (test.isTest()) {
                                    results.put(test.getLegacyReportingName().replace("()", ""), result);
                                }
                            }
                        });
        return results;
    }
}
