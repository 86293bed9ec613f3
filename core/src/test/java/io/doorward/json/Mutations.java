package io.doorward.json;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.Random;

/** Documents broken at random. */
final class Mutations {

    private Mutations() {}

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
