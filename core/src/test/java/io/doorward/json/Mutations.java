package io.doorward.json;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.problem.InvalidPolicyException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Documents broken at random. */
final class Mutations {

    private Mutations() {}

    /** Reads a document; where that works, reads again what it writes of it and compares. */
    interface Reading {
        void read(byte[] document) throws IOException;
    }

    /**
     * Reads a document broken in many ways: each has problems or is a good one, and nothing else happens. At least half of
     * them have problems, and not all.
     */
    static void readBroken(byte[] document, long seed, int mutations, Reading reading) throws IOException {
        Random random = new Random(seed);
        int refused = 0;
        for (int i = 0; i < mutations; i++) {
            byte[] broken = mutated(document, random);
            try {
                reading.read(broken);
            } catch (InvalidPolicyException e) {
                assertThat(e.problems()).isNotEmpty();
                refused++;
            } catch (RuntimeException | Error e) {
                throw new AssertionError(
                        "-Ddoorward.seed=" + seed + ", mutation " + i + ": "
                                + new String(broken, StandardCharsets.UTF_8),
                        e);
            }
        }
        assertThat(refused).as("-Ddoorward.seed=%s", seed).isBetween(mutations / 2, mutations - 1);
    }

    /** One to three places changed: a bit, a byte, a piece cut out, doubled or moved. */
    static byte[] mutated(byte[] document, Random random) {
        byte[] bytes = document.clone();
        for (int i = random.nextInt(3); i >= 0; i--) {
            int from = random.nextInt(bytes.length);
            int length = Math.min(bytes.length - from, 1 + random.nextInt(random.nextBoolean() ? 4 : 60));
            bytes = switch (random.nextInt(6)) {
                case 0 -> {
                    bytes[from] ^= (byte) (1 << random.nextInt(8));
                    yield bytes;
                }
                case 1 -> {
                    bytes[from] = (byte) random.nextInt(256);
                    yield bytes;
                }
                case 2 -> {
                    bytes[from] = (byte) "{}[]\":,\\ntf0-".charAt(random.nextInt(13));
                    yield bytes;
                }
                case 3 -> spliced(bytes, from, from + length, new byte[0]);
                case 4 -> spliced(bytes, from, from, Arrays.copyOfRange(bytes, from, from + length));
                default -> {
                    byte[] piece = Arrays.copyOfRange(bytes, from, from + length);
                    int to = random.nextInt(bytes.length);
                    yield spliced(bytes, to, to, piece);
                }
            };
        }
        return bytes;
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] piece) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(bytes, 0, from);
        out.writeBytes(piece);
        out.write(bytes, to, bytes.length - to);
        return out.size() == 0 ? new byte[] {' '} : out.toByteArray();
    }
}
