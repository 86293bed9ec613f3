package io.doorward.generator;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.IntStream;

/** Ids that something careless takes for one another, or for something else than an id. */
final class Ids {

    private static final String EMOJI = "\uD83D\uDE00";

    private static final long MIX = 0x9E37_79B9_7F4A_7C15L; // 2^64 divided by the golden ratio

    /** The ids of a family look alike to someone. */
    private static final List<List<String>> FAMILIES = List.of(
            // letter case and blanks
            List.of("plant", "Plant", "PLANT", "plant ", " plant", "plant\u00A0", "plants"),
            List.of("0f8fad5b-d9cb-469f-a165-70867728950e", "0F8FAD5B-D9CB-469F-A165-70867728950E"),
            // letters whose case depends on the language
            List.of("stra\u00DFe", "strasse", "STRASSE", "\u0130", "i", "I", "\u0131"),
            // two Unicode forms of one letter
            List.of("caf\u00E9", "cafe\u0301", "cafe", "\u2126", "\u03A9"),
            // separators and signs with a meaning elsewhere
            List.of("a:b", "a|b", "a", "b", "a:b:c", ":", "|", "a::b"),
            List.of("*", "**", "a*", "$$", "$1", "%", "?", "\\", "../a"),
            // beyond the basic plane; UTF-16 puts the first two before the last two
            List.of(EMOJI, "\uD83D\uDE01", "\uFF21", "\uE000"),
            // the low byte of each is that of 'a', then that of 'A'
            List.of("a", "\u0161", "\u0261", "\u0561"),
            List.of("A", "\u0141", "\u0241", "\u0441"),
            // as long as an id can be
            List.of("x".repeat(256), "x".repeat(255) + "y", "x".repeat(255), "\u00E9".repeat(128), EMOJI.repeat(64)),
            // words of formats
            List.of("null", "true", "0", "-1", "1e3", "{}", "(any)"));

    /** Every other one a UUID, which a device is found by in another way than by any other text. */
    private static final List<String> PLAIN = IntStream.rangeClosed(1, 24)
            .mapToObj(i -> i % 2 == 1 ? "n" + i : new UUID(i * MIX, i * ~MIX).toString())
            .toList();

    private Ids() {}

    /** The ids of one policy: all its id spaces draw from them, so that one string names several things. */
    static List<String> pool(Chance chance) {
        List<String> pool = new ArrayList<>();
        if (chance.of(0.7)) {
            for (int i = chance.between(1, 3); i > 0; i--) {
                pool.addAll(chance.pick(FAMILIES));
            }
        }
        pool = chance.shuffled(pool.stream().distinct().toList());
        pool.addAll(PLAIN);
        return pool;
    }

    /** Another text that something careless takes for this id; it may be known all the same. */
    static String neighbour(Chance chance, String id) {
        return switch (chance.between(0, 12)) {
            case 0 -> id.toUpperCase(Locale.ROOT);
            case 1 -> id.toLowerCase(Locale.ROOT);
            case 2 -> id + " ";
            case 3 -> id.trim();
            case 4 -> Normalizer.normalize(id, Normalizer.Form.NFC);
            case 5 -> Normalizer.normalize(id, Normalizer.Form.NFD);
            case 6 -> id + "x";
            case 7 -> id.substring(0, id.length() - 1);
            case 8 -> lowBytes(id);
            case 9 -> id + "\u0000";
            case 10 -> id + "\uD83D";
            case 11 -> "\uFEFF" + id;
            default -> id.repeat(1 + 2000 / id.length());
        };
    }

    private static String lowBytes(String id) {
        StringBuilder low = new StringBuilder();
        id.chars().forEach(c -> low.append((char) (c & 0xFF)));
        return low.toString();
    }
}
