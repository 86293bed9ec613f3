package io.doorward.index.persistent;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.function.ToIntBiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Keys that resemble each other fall apart, whatever the secret, and nobody can choose keys that meet.
 *
 * <p>Bounds are far beyond what chance does to numbers that are drawn at random: each comment says how far. Secrets come from
 * the seed that is printed.
 */
class KeyedHashTest {

    private static final long SEED = Long.getLong("doorward.seed", 1);
    private static final int SECRETS = 50;
    private static final int KEYS = 4096;
    private static final int COMPARED = 1024;
    private static final int BUCKETS_BITS = 8;

    /** Where in a hash tables take bits for places, tags and slots. */
    private static final int[] SHIFTS = {0, 12, Integer.SIZE - BUCKETS_BITS};

    /**
     * A sum of squares of 255 degrees of freedom exceeds three times its mean with a probability below 10 to the power of
     * -49 (Chernoff's bound). Where keys lie in heaps it is a multiple of that for one secret in a hundred.
     */
    private static final double MOST_UNEVEN = 3;

    private static final String TEXT = "kX3v9QbT0mZr7LwYc5HsJ2dNfG8pAuE1iRoKxWqB";

    /** Keys by number. */
    private record Keys(String name, ToIntBiFunction<KeyedHash, Integer> hash) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Keys> keys() {
        Stream<Keys> kinds = Stream.of(
                new Keys("numbers one after the other", (hash, i) -> hash.of(i.intValue())),
                new Keys("words one after the other", (hash, i) -> hash.of(0xE29B_41D4L, (long) i)),
                new Keys("first words one after the other", (hash, i) -> hash.of((long) i, 0xE29B_41D4L)),
                new Keys("digests that differ in their last bits", (hash, i) -> hash.of(1, 2, 3, (long) i)),
                new Keys("digests that differ in their first bits", (hash, i) -> hash.of((long) i << 48, 2, 3, 4)),
                texts("texts with a number", i -> "device-" + i),
                texts("UUIDs one after the other", "550e8400-e29b-41d4-a716-%012x"::formatted),
                texts("texts that differ in one character", KeyedHashTest::withAnotherCharacter),
                texts("texts that differ in their last character", i -> TEXT + (char) i));
        Stream<Keys> distances = IntStream.of(4, 8, 12, 16, 20)
                .mapToObj(bits -> new Keys("numbers 2^" + bits + " apart", (hash, i) -> hash.of(i << bits)));
        Stream<Keys> wordDistances = IntStream.of(8, 20, 32, 44, 52)
                .mapToObj(bits -> new Keys("words 2^" + bits + " apart", (hash, i) -> hash.of(7L, (long) i << bits)));
        Stream<Keys> chosen = Stream.of(Chosen.values())
                .map(function -> texts("texts that meet under " + function, function.texts(KEYS)::get));
        return Stream.of(kinds, distances, wordDistances, chosen).flatMap(stream -> stream);
    }

    private static Keys texts(String name, IntFunction<String> text) {
        String[] texts = IntStream.range(0, KEYS).mapToObj(text).toArray(String[]::new);
        return new Keys(name, (hash, i) -> hash.of(texts[i]));
    }

    private static String withAnotherCharacter(int number) {
        int at = number % TEXT.length();
        // Each place takes a hundred other characters, from one on that stands nowhere in the text.
        return TEXT.substring(0, at) + (char) ('\u00c0' + number / TEXT.length()) + TEXT.substring(at + 1);
    }

    @ParameterizedTest
    @MethodSource("keys")
    void keysSpreadEvenlyOverBuckets(Keys keys) {
        System.out.printf("KeyedHashTest, %s: -Ddoorward.seed=%d%n", keys, SEED);
        Secrets secrets = new Secrets(SEED);
        for (int secret = 0; secret < SECRETS; secret++) {
            int[] hashes = hashes(new KeyedHash(secrets), keys);
            for (int shift : SHIFTS) {
                assertThat(unevenness(hashes, shift))
                        .as("secret %d, bits from %d on", secret, shift)
                        .isLessThan(MOST_UNEVEN);
            }
        }
    }

    /** Of 4,096 hashes at random two are alike once in 512 times, and four pairs are once in 10 to the power of 12. */
    @ParameterizedTest
    @MethodSource("keys")
    void hardlyAnyTwoKeysHaveOneHash(Keys keys) {
        Secrets secrets = new Secrets(~SEED);
        for (int secret = 0; secret < SECRETS; secret++) {
            long different = Arrays.stream(hashes(new KeyedHash(secrets), keys))
                    .distinct()
                    .count();
            assertThat(different).as("secret %d, seed %d", secret, SEED).isGreaterThan(KEYS - 4);
        }
    }

    /**
     * Of two keys one comes first under one secret and the other one under another secret in half of the cases; of 1,024 keys
     * at random this share leaves 40 to 60 % with a probability below 10 to the power of -20 (some 9 standard deviations).
     */
    @ParameterizedTest
    @MethodSource("keys")
    void anotherSecretGivesAnotherOrder(Keys keys) {
        Secrets secrets = new Secrets(SEED);
        for (int pair = 0; pair < SECRETS / 5; pair++) {
            int[] one = hashes(new KeyedHash(secrets), keys);
            int[] other = hashes(new KeyedHash(secrets), keys);
            Integer[] order = IntStream.range(0, COMPARED).boxed().toArray(Integer[]::new);
            Arrays.sort(order, Comparator.comparingInt(i -> one[i]));
            int turned = 0;
            for (int i = 0; i < COMPARED; i++) {
                for (int j = i + 1; j < COMPARED; j++) {
                    if (other[order[i]] > other[order[j]]) {
                        turned++;
                    }
                }
            }
            assertThat(turned / (COMPARED * (COMPARED - 1) / 2.0))
                    .as("pair %d, seed %d", pair, SEED)
                    .isBetween(0.4, 0.6);
        }
    }

    @Test
    void theSameSecretGivesTheSameHash() {
        KeyedHash one = new KeyedHash(new Secrets(SEED));
        KeyedHash other = new KeyedHash(new Secrets(SEED));
        keys().forEach(keys -> assertThat(hashes(one, keys)).as("%s", keys).isEqualTo(hashes(other, keys)));
    }

    /** Each bit of each word, and each bit of each character, makes another hash; by chance alike once in 2^32 times. */
    @Test
    void everyBitOfAKeyCounts() {
        KeyedHash hash = new KeyedHash(new Secrets(SEED));
        int alike = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            long one = 1L << bit;
            for (int digest : new int[] {
                hash.of(one, 0, 0, 0), hash.of(0, one, 0, 0), hash.of(0, 0, one, 0), hash.of(0, 0, 0, one)
            }) {
                alike += digest == hash.of(0, 0, 0, 0) ? 1 : 0;
            }
            alike += hash.of(one, 0) == hash.of(0, 0) ? 1 : 0;
            alike += hash.of(0, one) == hash.of(0, 0) ? 1 : 0;
        }
        for (int length = 1; length <= 9; length++) {
            for (int at = 0; at < length; at++) {
                for (int bit = 0; bit < Character.SIZE; bit++) {
                    char[] text = TEXT.substring(0, length).toCharArray();
                    text[at] ^= (char) (1 << bit);
                    alike += hash.of(new String(text)) == hash.of(TEXT.substring(0, length)) ? 1 : 0;
                }
            }
        }
        assertThat(alike).as("seed %d", SEED).isZero();
    }

    @Test
    void theLengthOfATextCounts() {
        KeyedHash hash = new KeyedHash(new Secrets(SEED));
        assertThat(IntStream.range(0, 1000).map(length -> hash.of("\0".repeat(length))))
                .as("seed %d", SEED)
                .doesNotHaveDuplicates();
    }

    private static int[] hashes(KeyedHash hash, Keys keys) {
        int[] hashes = new int[KEYS];
        for (int i = 0; i < KEYS; i++) {
            hashes[i] = keys.hash.applyAsInt(hash, i);
        }
        return hashes;
    }

    /** The sum of squares by which buckets differ from the mean, divided by its own mean: 1 by chance. */
    private static double unevenness(int[] hashes, int shift) {
        int buckets = 1 << BUCKETS_BITS;
        int[] counts = new int[buckets];
        for (int hash : hashes) {
            counts[(hash >>> shift) & (buckets - 1)]++;
        }
        double mean = (double) hashes.length / buckets;
        double sum = 0;
        for (int count : counts) {
            sum += (count - mean) * (count - mean) / mean;
        }
        return sum / (buckets - 1);
    }

    /** Numbers from a seed, so that a failure comes again. */
    private static final class Secrets extends SecureRandom {

        private static final long serialVersionUID = 1;

        private final transient SplittableRandom random;

        Secrets(long seed) {
            random = new SplittableRandom(seed);
        }

        @Override
        public long nextLong() {
            return random.nextLong();
        }
    }
}
