package io.doorward.index;

import static io.doorward.permission.Actions.DEVICE_VIEW;
import static io.doorward.permission.DevicePermissions.VIEW;
import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.index.persistent.Directory;
import io.doorward.index.persistent.Edit;
import io.doorward.index.persistent.KeyedHash;
import io.doorward.index.persistent.PagedArray;
import io.doorward.index.persistent.RecordArray;
import io.doorward.model.Policy;
import io.doorward.model.PolicyBuilder;
import io.doorward.model.PolicyDelta;
import io.doorward.token.TokenHash;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** What is remembered of tokens is a hint: it makes no answer another one, whatever has changed since. */
class TokenMemoTest {

    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-07-01T12:00:00Z"));
    private static final int THREADS = 4;
    private static final int TOKENS = 600;

    /** Each even API user may see the device. */
    private static Policy policy(List<String> tokens) {
        PolicyBuilder policy = Policy.builder();
        policy.workspace("plant", plant -> {
            plant.device("hall");
            for (int i = 0; i < tokens.size(); i++) {
                int number = i;
                plant.apiUser("u" + i, user -> {
                    user.token(TokenHash.ofClearText(tokens.get(number)));
                    if (number % 2 == 0) {
                        user.device("hall", VIEW);
                    }
                });
            }
        });
        return policy.build();
    }

    private static List<String> tokens(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> prefix + i).toList();
    }

    @Test
    void aTokenIsRememberedOnceItWasKnownAndAnUnknownOneNever() {
        Index index = Index.of(policy(List.of("known", "other")));
        TokenTable table = index.rows().tokens;
        assertThat(table.remembered("known")).isEqualTo(Numbers.NOTHING);
        int number = table.find("known", index.rows().family);
        assertThat(number).isNotEqualTo(Numbers.NOTHING);
        assertThat(table.remembered("known")).isEqualTo(number);
        for (int i = 0; i < 10_000; i++) {
            assertThat(table.find("guess " + i, index.rows().family)).isEqualTo(Numbers.NOTHING);
            assertThat(table.remembered("guess " + i)).isEqualTo(Numbers.NOTHING);
        }
        assertThat(table.remembered("known")).as("no guess pushes it out").isEqualTo(number);
    }

    /** With any secret; texts that follow on each other are the worst. */
    @RepeatedTest(20)
    void allTokensOfAPolicyAreRememberedButForAFew() {
        List<String> tokens = tokens("a token of forty characters, number ", 4900);
        Index index = Index.of(policy(tokens));
        TokenTable table = index.rows().tokens;
        tokens.forEach(token -> table.find(token, index.rows().family));
        assertThat(tokens.stream().filter(token -> table.remembered(token) == Numbers.NOTHING))
                .hasSizeLessThan(100);
        for (int i = 0; i < tokens.size(); i++) {
            assertThat(index.allows(tokens.get(i), DEVICE_VIEW, "hall", CLOCK)).isEqualTo(i % 2 == 0);
        }
    }

    /** Else texts would be taken for each other that agree in the rest, or by half as much guessing as is promised. */
    @Test
    void eachHalfOfTheHashTellsTextsApartThatDifferInOneBit() {
        Random random = new Random(1);
        for (int length = 1; length <= NarrowText.LONGEST; length++) {
            TokenMemo memo = TokenMemo.empty();
            char[] text = random.ints(length, 0, 0x100)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString()
                    .toCharArray();
            NarrowText hashed = hashed(memo, new NarrowText(), text);
            for (int bit = 0; bit < length * Byte.SIZE; bit++) {
                char[] other = text.clone();
                other[bit / Byte.SIZE] ^= (char) (1 << (bit % Byte.SIZE));
                assertDiffer(hashed, hashed(memo, new NarrowText(), other));
            }
        }
    }

    @Test
    void eachHalfOfTheHashTellsTextsApartThatDifferInZerosAtTheirEnds() {
        for (int round = 0; round < 20; round++) {
            TokenMemo memo = TokenMemo.empty();
            NarrowText before = hashed(memo, new NarrowText(), new char[0]);
            for (int length = 1; length <= NarrowText.LONGEST; length++) {
                NarrowText longer = hashed(memo, new NarrowText(), new char[length]);
                assertDiffer(before, longer);
                before = longer;
            }
        }
    }

    /** Each step has secrets of its own, those that take no loop as well. */
    @Test
    void eachHalfOfTheHashTellsTextsApartOfWhichPartsAreExchanged() {
        Random random = new Random(3);
        int part = 2 * Long.BYTES;
        TokenMemo memo = TokenMemo.empty();
        for (int length = 2 * part; length <= NarrowText.LONGEST; length++) {
            char[] text = new char[length];
            for (int i = 0; i < length; i++) {
                text[i] = (char) (1 + random.nextInt(0xFF));
            }
            NarrowText hashed = hashed(memo, new NarrowText(), text);
            for (int one = 0; one + part <= length; one += part) {
                for (int other = one + part; other + part <= length; other += part) {
                    char[] exchanged = text.clone();
                    System.arraycopy(text, one, exchanged, other, part);
                    System.arraycopy(text, other, exchanged, one, part);
                    assertDiffer(hashed, hashed(memo, new NarrowText(), exchanged));
                }
            }
        }
    }

    private static void assertDiffer(NarrowText one, NarrowText other) {
        assertThat(other.first).isNotEqualTo(one.first);
        assertThat(other.second).isNotEqualTo(one.second);
    }

    /** Whose text was read before with the same means must not matter. */
    @Test
    void aHashDependsOnTheTextAlone() {
        TokenMemo memo = TokenMemo.empty();
        NarrowText used = new NarrowText();
        for (int length = 0; length <= NarrowText.LONGEST; length++) {
            char[] text = "t".repeat(length).toCharArray();
            hashed(memo, used, "x".repeat(NarrowText.LONGEST).toCharArray());
            hashed(memo, used, text);
            NarrowText fresh = hashed(memo, new NarrowText(), text);
            assertThat(used.first).as("of %d characters", length).isEqualTo(fresh.first);
            assertThat(used.second).as("of %d characters", length).isEqualTo(fresh.second);
        }
    }

    private static NarrowText hashed(TokenMemo memo, NarrowText narrow, char[] text) {
        assertThat(narrow.take(new String(text))).isTrue();
        memo.hash(narrow);
        return narrow;
    }

    /** It has sixteen slots at first, of which three in five may be taken. */
    @Test
    void aMemoStaysUntilItsTokensNeedMoreRoom() {
        TokenMemo memo = TokenMemo.empty();
        assertThat(memo.fitting(9)).isSameAs(memo);
        TokenMemo larger = memo.fitting(10);
        assertThat(larger).isNotSameAs(memo);
        assertThat(larger.fitting(19)).isSameAs(larger);
        assertThat(larger.fitting(20)).isNotSameAs(larger);
        TokenMemo largest = memo.fitting(1_000_000);
        assertThat(largest.fitting(100_000_000)).isSameAs(largest);
    }

    @Test
    void textsOfAnyLengthAndOfAnyCharactersAreApart() {
        String longest = "x".repeat(1024);
        List<String> tokens =
                List.of("a", "a\0", "\0a", "aaaa", "aaaaa", "\u0161", "a\u0161", "ключ", "\uD83D\uDD11", longest);
        Index index = Index.of(policy(tokens));
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < tokens.size(); i++) {
                assertThat(index.allows(tokens.get(i), DEVICE_VIEW, "hall", CLOCK))
                        .isEqualTo(i % 2 == 0);
            }
            for (String unknown : List.of("", "\0", "aa", "a\0\0", "a\0\0\0", "a\u0161a", "\uD83D", longest + "x")) {
                assertThat(index.allows(unknown, DEVICE_VIEW, "hall", CLOCK)).isFalse();
            }
        }
    }

    @Test
    void aTokenThatTakesTheNumberOfAnotherOneIsNotTakenForIt() {
        Policy before = policy(List.of("first", "second"));
        Index old = Index.of(before);
        assertThat(old.allows("first", DEVICE_VIEW, "hall", CLOCK)).isTrue();
        Policy without = Policy.builder()
                .workspace("plant", plant -> plant.device("hall")
                        .apiUser("u1", user -> user.token(TokenHash.ofClearText("second"))))
                .build();
        Policy after = Policy.builder()
                .workspace("plant", plant -> plant.device("hall")
                        .apiUser("u1", user -> user.token(TokenHash.ofClearText("second")))
                        .apiUser("u2", user -> user.token(TokenHash.ofClearText("third"))
                                .device("hall", VIEW)))
                .build();
        int number = old.rows().tokens.find("first", old.rows().family);
        Index gone = old.next(PolicyDelta.between(before, without));
        Index taken = gone.next(PolicyDelta.between(without, after));
        assertThat(taken.rows().tokens.find("third", taken.rows().family)).isEqualTo(number);
        assertThat(gone.allows("first", DEVICE_VIEW, "hall", CLOCK)).isFalse();
        assertThat(taken.allows("first", DEVICE_VIEW, "hall", CLOCK)).isFalse();
        assertThat(taken.allows("third", DEVICE_VIEW, "hall", CLOCK)).isTrue();
        assertThat(old.allows("first", DEVICE_VIEW, "hall", CLOCK))
                .as("for who still asks the old version")
                .isTrue();
        assertThat(old.allows("third", DEVICE_VIEW, "hall", CLOCK)).isFalse();
    }

    @Test
    void aTokenThatGoesToAnotherPrincipalIsItsAtOnce() {
        List<String> tokens = tokens("token ", 4);
        Policy before = policy(tokens);
        Index index = Index.of(before);
        Policy after = policy(rotated(tokens));
        Index next = index.next(PolicyDelta.between(before, after));
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < tokens.size(); i++) {
                assertThat(index.allows(tokens.get(i), DEVICE_VIEW, "hall", CLOCK))
                        .isEqualTo(i % 2 == 0);
                assertThat(next.allows(tokens.get(i), DEVICE_VIEW, "hall", CLOCK))
                        .isEqualTo(i % 2 == 1);
            }
        }
    }

    /** Two threads that write one slot, in versions in which the token is of one and of another principal, may leave that. */
    @Test
    void theNumbersOfOneVersionAndTheGenerationOfAnotherAreNobody() {
        List<String> tokens = tokens("token ", 2);
        Policy before = policy(tokens);
        Index index = Index.of(before);
        TokenTable was = index.rows().tokens;
        TokenTable is =
                index.next(PolicyDelta.between(before, policy(rotated(tokens)))).rows().tokens;
        int number = was.numberOf(TokenHash.ofClearText("token 1"));
        assertThat(is.numberOf(TokenHash.ofClearText("token 1"))).isEqualTo(number);
        TokenTable mixed = new TokenTable(
                RecordArray.ofWords(TokenTable.WORDS)
                        .with(new Edit(0), number, is.generation(number), was.holder(number)),
                RecordArray.ofWords(TokenTable.HASH_WORDS),
                PagedArray.empty(),
                TokenMemo.empty(),
                Directory.empty(),
                new KeyedHash(new SecureRandom()),
                is.bound,
                null);
        TokenMemo memo = TokenMemo.empty();
        NarrowText text = hashed(memo, new NarrowText(), "token 1".toCharArray());
        memo.put(text, mixed, number);
        memo.begin(text);
        assertThat(memo.find(text, was)).isEqualTo(Numbers.NOTHING);
        memo.begin(text);
        assertThat(memo.find(text, is)).isEqualTo(Numbers.NOTHING);
        memo.put(text, is, number);
        memo.begin(text);
        assertThat(memo.find(text, is)).as("written anew").isEqualTo(number);
        assertThat(text.principal).isEqualTo(Holder.principal(is.holder(number)));
    }

    /**
     * Threads write to and read from few slots for many tokens at once, in versions in which the tokens have other numbers, and
     * in one in which they have the same but are others': slots are read half written all the time, and no answer may be
     * another one for it.
     */
    @Test
    void threadsThatWriteTheSameSlotsNeverMakeOneTokenAnother() throws Exception {
        List<String> tokens = tokens("token ", TOKENS);
        Policy before = policy(tokens);
        Index first = Index.of(before);
        Policy emptied = policy(List.of());
        Index second = first.next(PolicyDelta.between(before, emptied))
                .next(PolicyDelta.between(emptied, policy(reversed(tokens))));
        Index third = first.next(PolicyDelta.between(before, policy(rotated(tokens))));
        List<TokenTable> versions = List.of(first.rows().tokens, second.rows().tokens, third.rows().tokens);
        assertNoneIsTakenForAnother(tokens, versions);
        assertNoneIsTakenForAnother(tokens.subList(0, 3), List.of(versions.get(0), versions.get(2)));
    }

    private static void assertNoneIsTakenForAnother(List<String> tokens, List<TokenTable> versions) throws Exception {
        TokenMemo memo = TokenMemo.empty();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService executor = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Integer>> found = new ArrayList<>();
            for (int thread = 0; thread < THREADS; thread++) {
                Random random = new Random(thread);
                found.add(executor.submit(() -> {
                    start.await();
                    return readAndWrite(memo, tokens, versions, random);
                }));
            }
            start.countDown();
            int hits = 0;
            for (Future<Integer> each : found) {
                hits += each.get();
            }
            assertThat(hits).as("what was remembered").isPositive();
        } finally {
            executor.shutdownNow();
        }
    }

    private static int readAndWrite(TokenMemo memo, List<String> tokens, List<TokenTable> versions, Random random) {
        NarrowText text = new NarrowText();
        int hits = 0;
        for (int i = 0; i < 150_000; i++) {
            String token = tokens.get(random.nextInt(tokens.size()));
            TokenTable table = versions.get(random.nextInt(versions.size()));
            int right = table.numberOf(TokenHash.ofClearText(token));
            text.take(token);
            memo.hash(text);
            memo.begin(text);
            int found = memo.find(text, table);
            if (found != Numbers.NOTHING) {
                if (found != right || text.principal != Holder.principal(table.holder(right))) {
                    throw new AssertionError("%s was taken for number %d of principal %d, it is %d of %d"
                            .formatted(token, found, text.principal, right, Holder.principal(table.holder(right))));
                }
                hits++;
            } else {
                memo.put(text, table, right);
            }
        }
        return hits;
    }

    /** All but the first token then go to the principal before, and keep their numbers. */
    private static List<String> rotated(List<String> tokens) {
        List<String> all = new ArrayList<>(tokens);
        Collections.rotate(all, -1);
        return all;
    }

    private static List<String> reversed(List<String> tokens) {
        return IntStream.range(0, tokens.size())
                .mapToObj(i -> tokens.get(tokens.size() - 1 - i))
                .toList();
    }
}
