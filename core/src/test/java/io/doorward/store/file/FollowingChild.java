package io.doorward.store.file;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;

/** The process of a follower: told a file it follows it until it is told anything more, and says what went wrong. */
final class FollowingChild {

    private FollowingChild() {}

    public static void main(String[] args) throws IOException {
        System.out.println("ready");
        BufferedReader told = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        String file = told.readLine();
        if (file == null) {
            return;
        }
        try (JsonFilePolicyStore store = Stores.open(Path.of(file))) {
            Chain chain = Chain.follow(store);
            System.out.println("open");
            String target = told.readLine();
            if (target == null) {
                return;
            }
            while (chain.policy().revision().number() < store.head().number()) {
                Thread.onSpinWait();
            }
            chain.faults().forEach(System.out::println);
            System.out.println(chain);
        }
    }
}
