package io.doorward.follow;

import static io.doorward.permission.Actions.DEVICE_RECORD_MEASUREMENTS;
import static io.doorward.permission.Actions.DEVICE_VIEW;
import static io.doorward.permission.DevicePermissions.RECORD_MEASUREMENTS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorward.change.Access;
import io.doorward.change.ApiUserChange;
import io.doorward.change.ChangeSet;
import io.doorward.change.DeviceChange;
import io.doorward.change.PolicyChange;
import io.doorward.change.TokenChange;
import io.doorward.change.UserChange;
import io.doorward.decision.ClientReason;
import io.doorward.decision.Decision;
import io.doorward.decision.Reason;
import io.doorward.evaluator.Evaluator;
import io.doorward.evaluator.FollowOptions;
import io.doorward.evaluator.Subject;
import io.doorward.model.DeviceId;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.Revision;
import io.doorward.model.Window;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.Action;
import io.doorward.permission.Catalogue;
import io.doorward.store.Applied;
import io.doorward.store.InMemoryPolicyStore;
import io.doorward.store.StoreException;
import io.doorward.token.TokenHash;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An evaluator that follows a store. */
@Timeout(60)
class FollowTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final DeviceId HALL = new DeviceId("hall");
    private static final PrincipalId GATEWAY = new PrincipalId("gateway");
    private static final TokenHash SECRET = TokenHash.ofClearText("secret");
    private static final ChangeSet REVOKE = ChangeSet.of(new TokenChange.RevokeToken(SECRET));

    private final InMemoryPolicyStore store = InMemoryPolicyStore.of(policy());
    private final UnreliableSource source = new UnreliableSource(store);
    private final Evaluator evaluator = Evaluator.follow(source);

    private static Policy policy() {
        return Policy.builder()
                .workspace("plant", plant -> plant.device("hall")
                        .apiUser("gateway", gateway -> gateway.token(SECRET).device("hall", RECORD_MEASUREMENTS)))
                .build();
    }

    @AfterEach
    void close() {
        evaluator.close();
        store.close();
    }

    private static final Action LOOK = Action.named("look");

    /** The default permissions with an action of its own. */
    private static Catalogue look() {
        Catalogue.Builder builder = Catalogue.builder();
        Catalogue.defaults().device().list().forEach(one -> builder.devicePermission(one.name()));
        builder.deviceAction("look", look -> {});
        builder.deviceAction("write", write -> write.device("record_measurements"));
        return builder.build();
    }

    private boolean mayWrite() {
        return evaluator.allows("secret", DEVICE_RECORD_MEASUREMENTS, "hall");
    }

    @Test
    void aRevokedTokenIsDeniedAsSoonAsApplyReturns() {
        for (int i = 0; i < 200; i++) {
            TokenHash hash = TokenHash.ofClearText("token " + i);
            store.apply(ChangeSet.of(new TokenChange.CreateToken(GATEWAY, hash, null, Window.ALWAYS)));
            assertThat(evaluator.allows("token " + i, DEVICE_VIEW, "hall")).isTrue();
            Applied applied = store.apply(ChangeSet.of(new TokenChange.RevokeToken(hash)));
            Decision decision = evaluator.check("token " + i, DEVICE_VIEW, "hall");
            assertThat(decision.reason()).isEqualTo(Reason.TOKEN_REVOKED);
            assertThat(decision.revision()).isEqualTo(applied.revision());
        }
    }

    @Test
    void aSubjectDiesWithItsTokenAndItsPrincipalAndDoesNotComeBack() {
        Subject byToken = evaluator.subject("secret");
        Subject byId = evaluator.subject(GATEWAY);
        assertThat(evaluator.allows(byToken, DEVICE_VIEW, HALL)).isTrue();
        store.apply(REVOKE);
        assertThat(evaluator.check(byToken, DEVICE_VIEW, HALL).reason()).isEqualTo(Reason.TOKEN_REVOKED);
        assertThat(evaluator.allows(byId, DEVICE_VIEW, HALL)).isTrue();
        store.apply(ChangeSet.of(new ApiUserChange.DeleteApiUser(GATEWAY)));
        assertThat(evaluator.check(byId, DEVICE_VIEW, HALL).reason()).isEqualTo(Reason.UNKNOWN_PRINCIPAL);
        store.apply(ChangeSet.of(
                new ApiUserChange.CreateApiUser(
                        new WorkspaceId("plant"), GATEWAY, null, Access.NONE.device("hall"), Window.ALWAYS),
                new TokenChange.CreateToken(GATEWAY, SECRET, null, Window.ALWAYS)));
        assertThat(evaluator.allows("secret", DEVICE_VIEW, "hall")).isTrue();
        assertThat(evaluator.allows(byId, DEVICE_VIEW, HALL)).isFalse();
        assertThat(evaluator.allows(byToken, DEVICE_VIEW, HALL)).isFalse();
        Subject again = evaluator.subject("secret");
        store.apply(ChangeSet.of(new PolicyChange.ChangeCatalogue(look())));
        assertThat(evaluator.allows(again, LOOK, HALL)).isTrue();
        assertThat(evaluator.allows(byId, LOOK, HALL)).isFalse();
        assertThat(evaluator.allows(byToken, LOOK, HALL)).isFalse();
    }

    @Test
    void everyRevisionArrivesThatOfAnEmptySetToo() throws InterruptedException {
        Applied applied = store.apply(ChangeSet.of());
        assertThat(evaluator.await(applied.revision(), Duration.ZERO)).isTrue();
        assertThat(evaluator.revision()).isEqualTo(applied.revision());
        Revision next =
                new Revision(applied.revision().lineage(), applied.revision().number() + 1);
        assertThat(evaluator.await(next, Duration.ZERO)).isFalse();
        assertThat(evaluator.await(next, Duration.ofMillis(1))).isFalse();
    }

    @Test
    void aChangeOfTheCatalogueArrivesToo() {
        store.apply(ChangeSet.of(new PolicyChange.ChangeCatalogue(look())));
        assertThat(mayWrite()).isFalse();
        assertThat(evaluator.allows("secret", LOOK, "hall")).isTrue();
        store.apply(ChangeSet.of(new DeviceChange.SuspendDevice(HALL, true)));
        assertThat(evaluator.allows("secret", LOOK, "hall")).isFalse();
    }

    @Test
    void pastTheLimitOfStalenessEverythingIsDenied() {
        try (Evaluator strict =
                Evaluator.follow(source, FollowOptions.defaults().maxStaleness(Duration.ofSeconds(5)))) {
            source.staleness = Duration.ofSeconds(5);
            assertThat(strict.check("secret", DEVICE_VIEW, "hall").allowed()).isTrue();
            assertThat(strict.staleness()).isEqualTo(Duration.ofSeconds(5));
            source.staleness = Duration.ofSeconds(5).plusNanos(1);
            Decision decision = strict.check("secret", DEVICE_VIEW, "hall");
            assertThat(decision.reason()).isEqualTo(Reason.STALE);
            assertThat(decision.forClient()).isEqualTo(ClientReason.STALE);
            assertThat(strict.check("guess", DEVICE_VIEW, "nowhere")).isEqualTo(decision);
            assertThat(strict.devices(strict.subject("secret"), DEVICE_VIEW).emptyBecause())
                    .contains(Reason.STALE);
            assertThat(strict.permissions(strict.subject("secret"), HALL).isEmpty())
                    .isTrue();
            assertThat(strict.allowed(strict.subject("secret"), DEVICE_VIEW, List.of(strict.device(HALL)))
                            .isEmpty())
                    .isTrue();
            assertThat(strict.isStale()).isTrue();
            source.staleness = Duration.ZERO;
            assertThat(strict.check("secret", DEVICE_VIEW, "hall").allowed()).isTrue();
            assertThat(strict.allowed(strict.subject("secret"), DEVICE_VIEW, List.of(strict.device(HALL)))
                            .get(0))
                    .isTrue();
            assertThat(strict.isStale()).isFalse();
        }
    }

    @Test
    void noStalenessAtAllMayBeAskedForButNoNegativeOne() {
        FollowOptions options = FollowOptions.defaults().maxStaleness(Duration.ZERO);
        assertThatThrownBy(() -> options.maxStaleness(Duration.ofNanos(-1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT-0.000000001S");
    }

    @Test
    void theWatchdogMakesTheHotEntranceDenyToo() {
        try (Evaluator strict =
                Evaluator.follow(source, FollowOptions.defaults().maxStaleness(Duration.ofSeconds(5)))) {
            source.staleness = Duration.ofSeconds(6);
            while (strict.allows("secret", DEVICE_VIEW, "hall")) {
                Thread.onSpinWait();
            }
            source.staleness = Duration.ZERO;
            while (!strict.allows("secret", DEVICE_VIEW, "hall")) {
                Thread.onSpinWait();
            }
        }
    }

    @Test
    void whatCannotBeDerivedIsReadAnewAndDeniedUntilThen() throws InterruptedException {
        source.isUnreadable = true;
        source.garbles = true;
        Revision revoked = store.apply(REVOKE).revision();
        while (evaluator.check("secret", DEVICE_VIEW, "hall").reason() != Reason.STALE) {
            Thread.onSpinWait();
        }
        assertThat(mayWrite()).isFalse();
        int before = source.reads.get();
        while (source.reads.get() < before + 3) {
            Thread.onSpinWait();
        }
        source.garbles = false;
        source.isUnreadable = false;
        assertThat(evaluator.await(revoked, LONG)).isTrue();
        assertThat(evaluator.check("secret", DEVICE_VIEW, "hall").reason()).isEqualTo(Reason.TOKEN_REVOKED);
        Revision next = store.apply(ChangeSet.of(new UserChange.CreateUser(new PrincipalId("u"), null, null)))
                .revision();
        assertThat(evaluator.await(next, LONG)).isTrue();
    }

    @Test
    void aRevisionThatARestoredStoreLostIsNotWaitedFor() throws InterruptedException {
        Revision lost = store.apply(REVOKE).revision();
        Revision restored = store.restore(policy());
        assertThat(evaluator.await(restored, LONG)).isTrue();
        assertThat(mayWrite()).isTrue();
        assertThatThrownBy(() -> evaluator.await(new Revision(lost.lineage(), lost.number() + 1), LONG))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("is lost");
        store.apply(REVOKE);
        assertThat(mayWrite()).isFalse();
    }

    /** Else a change that comes next might return before the evaluator has heard of it. */
    @Test
    void aRevisionIsReachedOnlyWhenTheSourceIsFollowedFromThere() throws InterruptedException {
        List<Boolean> reachedBefore = new CopyOnWriteArrayList<>();
        source.beforeFollowing = () -> reachedBefore.add(isReached(store.head()));
        Revision restored = store.restore(policy());
        assertThat(evaluator.await(restored, LONG)).isTrue();
        assertThat(reachedBefore).containsExactly(false);
    }

    private boolean isReached(Revision revision) {
        try {
            return evaluator.await(revision, Duration.ZERO);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aClosedEvaluatorDeniesEverything() {
        Evaluator view = evaluator.at(Instant.parse("2026-07-01T12:00:00Z"));
        view.close();
        assertThat(mayWrite()).isTrue();
        evaluator.close();
        evaluator.close();
        assertThat(mayWrite()).isFalse();
        assertThat(evaluator.check("secret", DEVICE_VIEW, "hall").reason()).isEqualTo(Reason.STALE);
        assertThat(view.check("secret", DEVICE_VIEW, "hall").reason()).isEqualTo(Reason.STALE);
        assertThatThrownBy(() -> evaluator.await(new Revision("elsewhere", 1), LONG))
                .isInstanceOf(StoreException.class);
        store.apply(REVOKE);
    }

    @Test
    void aClosedSourceLeavesThePolicyThatAges() {
        store.close();
        while (evaluator.staleness().isZero()) {
            Thread.onSpinWait();
        }
        assertThat(mayWrite()).isTrue();
    }

    @Test
    void whatComesUpWhileTheEvaluatorStartsIsNotMissed() throws InterruptedException {
        Thread writer = new Thread(() -> {
            for (int i = 0; i < 300; i++) {
                store.apply(ChangeSet.of(new DeviceChange.RenameDevice(HALL, "name " + i)));
            }
        });
        writer.start();
        Evaluator[] late = new Evaluator[10];
        for (int i = 0; i < late.length; i++) {
            late[i] = Evaluator.follow(store);
        }
        writer.join();
        for (Evaluator one : late) {
            assertThat(one.await(store.head(), LONG)).isTrue();
            one.close();
        }
    }
}
