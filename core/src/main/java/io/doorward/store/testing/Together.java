package io.doorward.store.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Assertions;

/** Work of several threads that start at the same time. */
final class Together {

    private final List<FutureTask<Boolean>> tasks = new ArrayList<>();
    private final CountDownLatch start = new CountDownLatch(1);

    /** Adds work for a thread of its own. */
    Together run(Callable<?> work) {
        FutureTask<Boolean> task = new FutureTask<>(() -> {
            start.await();
            work.call();
            return true;
        });
        tasks.add(task);
        Thread thread = new Thread(task, "contract-" + tasks.size());
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    /** Lets all begin. */
    Together begin() {
        start.countDown();
        return this;
    }

    /** Waits until all are done; fails with what one of them threw. */
    void join(Duration patience) {
        begin();
        for (FutureTask<Boolean> task : tasks) {
            try {
                task.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException e) {
                Assertions.fail("A thread failed: " + e.getCause(), e.getCause());
            } catch (TimeoutException e) {
                Assertions.fail("A thread was not done within " + patience + ".", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                Assertions.fail("The test was interrupted.", e);
            }
        }
    }

    /** Whether one of them is still at work. */
    boolean isBusy() {
        return tasks.stream().anyMatch(task -> !task.isDone());
    }
}
