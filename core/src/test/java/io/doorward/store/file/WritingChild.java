package io.doorward.store.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.doorward.store.Applied;
import io.doorward.store.StoreException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * The process of a writer: told {@code write FILE WRITER} it does one deed after the other and says each that the store has
 * acknowledged; told {@code watch FILE WRITER} it only has the store open. It ends when it is told anything more, and with the
 * process that started it.
 */
final class WritingChild {

    private final CountDownLatch stop = new CountDownLatch(1);

    private WritingChild() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        say("ready");
        BufferedReader told = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        String order = told.readLine();
        if (order == null) {
            return;
        }
        WritingChild child = new WritingChild();
        Thread listener = new Thread(() -> child.listen(told), "what it is told");
        listener.setDaemon(true);
        listener.start();
        String[] words = order.split(" ", -1);
        child.open(Path.of(words[1]), words[0].equals("write") ? words[2] : null);
    }

    private void listen(BufferedReader told) {
        try {
            if (told.readLine() == null) {
                Runtime.getRuntime().halt(1);
            }
            stop.countDown();
        } catch (IOException e) {
            Runtime.getRuntime().halt(2);
        }
    }

    private void open(Path file, @Nullable String writer) throws InterruptedException {
        try (JsonFilePolicyStore store = Stores.open(file)) {
            say("open");
            if (writer == null) {
                Chain.follow(store);
                stop.await();
                return;
            }
            Deed deed = new Deed(writer, 0);
            while (stop.getCount() > 0) {
                if (tryOnce(store, deed)) {
                    deed = deed.next();
                }
            }
        }
    }

    /**
     * While somebody edits the document it may be gone, or be no policy: then nothing was changed, or nothing was taken from
     * it, which the message says.
     */
    private static boolean tryOnce(JsonFilePolicyStore store, Deed deed) {
        try {
            Applied applied = store.apply(deed.changes(), deed.options());
            say(new Acknowledged(deed, applied.revision(), applied.instant()).toString());
            return true;
        } catch (StoreException e) {
            if (!e.getMessage().contains("nothing was ")) {
                throw e;
            }
            say("failed " + e.getMessage());
            return false;
        }
    }

    /** In one piece, so that whoever kills this process never hears half of a line. */
    private static void say(String line) {
        byte[] bytes = (line + "\n").getBytes(UTF_8);
        System.out.write(bytes, 0, bytes.length);
        System.out.flush();
    }
}
