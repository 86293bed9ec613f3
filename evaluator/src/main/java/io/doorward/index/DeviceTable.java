package io.doorward.index;

import static java.util.Objects.requireNonNull;

import io.doorward.index.persistent.Directory;
import io.doorward.index.persistent.Edit;
import io.doorward.index.persistent.KeyedHash;
import io.doorward.index.persistent.PagedArray;
import io.doorward.index.persistent.RecordArray;
import io.doorward.model.Identifiers;
import org.jspecify.annotations.Nullable;

/**
 * Finds a device by its id.
 *
 * <p>Layout. A record of four words a device, which holds the whole id where that is a UUID. What few devices have lies
 * apart ({@link RareOfDevice}); a mark says where to look for it, so that others are not looked up there.
 *
 * <pre>
 *   0, 1   the id, see {@link CanonicalUuid}; zeros where it is another text
 *   2      generation, 0 where there is no device (upper 40 bits) | {@link TeamMarks} of the owning workspace's teams, 20 bits
 *          | marks: suspended, claimed, of another text
 *   3      number of the owning workspace (upper 28 bits) | number of the product, one more than it is, 0 for none, 28 bits
 *          | code of the grants of these teams, see {@link TeamGrants}, 8 bits
 * </pre>
 *
 * <p>Attack: which place an id gets depends on a keyed hash; what is found there is compared with the whole id.
 *
 * <p>Invariant: a mark says what lies apart; what says nothing does not lie there.
 */
final class DeviceTable extends RowTable<DeviceRow> {

    static final int HIGH = 0;
    static final int LOW = 1;
    static final int GENERATION = 2;
    static final int PLACE = 3;
    static final int WORDS = 4;

    private static final int MARK_BITS = 4;
    private static final int TEAM_MASK = (1 << TeamMarks.COUNT) - 1;
    private static final int GENERATION_SHIFT = MARK_BITS + TeamMarks.COUNT;
    private static final int PRODUCT_BITS = 28;
    private static final int PRODUCT_MASK = (1 << PRODUCT_BITS) - 1;
    private static final int PRODUCT_SHIFT = GrantTable.CODE_BITS;
    private static final int WORKSPACE_SHIFT = PRODUCT_SHIFT + PRODUCT_BITS;
    private static final long SUSPENDED = 1;
    private static final long CLAIMED = 1 << 1;
    private static final long OTHER_TEXT = 1 << 2;

    private final RecordArray records;
    private final PagedArray<RareOfDevice> rare;

    DeviceTable(
            RecordArray records,
            PagedArray<RareOfDevice> rare,
            Directory directory,
            KeyedHash hash,
            int bound,
            @Nullable FreeNumber free) {
        super(directory, hash, bound, free);
        this.records = records;
        this.rare = rare;
    }

    static DeviceTable empty(KeyedHash hash) {
        return new DeviceTable(RecordArray.ofWords(WORDS), PagedArray.empty(), Directory.empty(), hash, 0, null);
    }

    /** The number of the device with exactly this id, or {@link Numbers#NOTHING}. */
    int find(String id) {
        NarrowText narrow = RequestTexts.ofThread().device;
        read(id, narrow);
        begin(narrow);
        return find(id, narrow);
    }

    /** Reads an id. */
    void read(String id, NarrowText narrow) {
        narrow.isUuid = CanonicalUuid.read(id, narrow);
        narrow.hash = narrow.isUuid ? hash.of(narrow.first, narrow.second) : 0;
    }

    /**
     * Begins to look for a device whose id was read: takes what its record most likely says, and compares nothing yet, so that
     * all this is on its way from memory until {@link #find(String, NarrowText)} needs it.
     */
    void begin(NarrowText narrow) {
        narrow.number = Directory.number(Directory.likely(directory.bucket(narrow.hash), narrow.hash));
        int number = Math.max(0, narrow.number);
        long[] page = records.page(number);
        int at = records.offset(number);
        narrow.state = page[at + GENERATION];
        narrow.place = page[at + PLACE];
        narrow.difference =
                (page[at + HIGH] ^ narrow.first) | (page[at + LOW] ^ narrow.second) | (narrow.state & OTHER_TEXT);
    }

    /**
     * The number of the device with this id, for which {@code narrow} has begun to look, and which has its {@link #state} and
     * its {@link #place} then; or {@link Numbers#NOTHING}.
     */
    int find(String id, NarrowText narrow) {
        if (narrow.isUuid && narrow.difference == 0 && narrow.number >= 0) {
            return narrow.number;
        }
        int number = narrow.isUuid ? find(narrow.first, narrow.second, hash, directory, records) : findOther(id);
        if (number != Numbers.NOTHING) {
            narrow.state = state(number);
            narrow.place = place(number);
        }
        return number;
    }

    private int findOther(String id) {
        return IdTable.couldBeId(id) ? findOther(id, hash.of(id), directory, rare) : Numbers.NOTHING;
    }

    /** The same, in a version that may be in the making. */
    static int find(
            String id, KeyedHash hash, Directory directory, RecordArray records, PagedArray<RareOfDevice> rare) {
        NarrowText narrow = RequestTexts.ofThread().device;
        return CanonicalUuid.read(id, narrow)
                ? find(narrow.first, narrow.second, hash, directory, records)
                : findOther(id, hash.of(id), directory, rare);
    }

    private static int find(long high, long low, KeyedHash hash, Directory directory, RecordArray records) {
        int idHash = hash.of(high, low);
        int[] bucket = directory.bucket(idHash);
        int entry;
        for (int probe = 0; (entry = Directory.entry(bucket, idHash, probe)) != 0; probe++) {
            if (Directory.mayBeOf(entry, idHash) && isOf(high, low, Directory.number(entry), records)) {
                return Directory.number(entry);
            }
        }
        return Numbers.NOTHING;
    }

    /** Whether a device that is there has this UUID for its id. */
    private static boolean isOf(long high, long low, int number, RecordArray records) {
        long[] page = records.page(number);
        int at = records.offset(number);
        return page[at + HIGH] == high && page[at + LOW] == low && (page[at + GENERATION] & OTHER_TEXT) == 0;
    }

    private static int findOther(String id, int idHash, Directory directory, PagedArray<RareOfDevice> rare) {
        int[] bucket = directory.bucket(idHash);
        int entry;
        for (int probe = 0; (entry = Directory.entry(bucket, idHash, probe)) != 0; probe++) {
            if (Directory.mayBeOf(entry, idHash)) {
                int number = Directory.number(entry);
                RareOfDevice apart = rare.get(number);
                if (apart != null && id.equals(apart.text())) {
                    return number;
                }
            }
        }
        return Numbers.NOTHING;
    }

    /** The page with the words of the device with this number; never to be written to. */
    long[] page(int number) {
        return records.page(number);
    }

    /** Where in their page these words begin. */
    int offset(int number) {
        return records.offset(number);
    }

    /** The id of the device with this number, which is there, perhaps written out anew. */
    String id(int number) {
        long[] page = page(number);
        int at = offset(number);
        return isOfOtherText(page[at + GENERATION])
                ? otherText(number)
                : CanonicalUuid.text(page[at + HIGH], page[at + LOW]);
    }

    private String otherText(int number) {
        RareOfDevice apart = rare.get(number);
        return requireNonNull(apart == null ? null : apart.text());
    }

    /** Orders the id of a device that is there and another id. Makes no objects. */
    int compareId(int number, String id) {
        long[] page = page(number);
        int at = offset(number);
        return isOfOtherText(page[at + GENERATION])
                ? Identifiers.compare(otherText(number), id)
                : UuidOrder.compare(page[at + HIGH], page[at + LOW], id);
    }

    /** Orders two devices that are there by their ids. Makes no objects. */
    int compareIds(int a, int b) {
        long[] pageOfA = page(a);
        long[] pageOfB = page(b);
        int atA = offset(a);
        int atB = offset(b);
        if (isOfOtherText(pageOfB[atB + GENERATION])) {
            return compareId(a, otherText(b));
        }
        if (isOfOtherText(pageOfA[atA + GENERATION])) {
            return -compareId(b, otherText(a));
        }
        return UuidOrder.compare(pageOfA[atA + HIGH], pageOfA[atA + LOW], pageOfB[atB + HIGH], pageOfB[atB + LOW]);
    }

    /** Generation and marks of the device with this number, in one word; 0 if there is none. */
    long state(int number) {
        return records.page(number)[records.offset(number) + GENERATION];
    }

    /** Where the device with this number is at home, in one word. */
    long place(int number) {
        return records.page(number)[records.offset(number) + PLACE];
    }

    static long generation(long state) {
        return state >>> GENERATION_SHIFT;
    }

    /** Which teams of the owning workspace have a grant on the device. */
    static int teamMarks(long state) {
        return (int) (state >>> MARK_BITS) & TEAM_MASK;
    }

    /** The code that all grants of these teams have, or {@link GrantCodes#APART}. */
    static int teamCode(long place) {
        return GrantTable.codeOf((int) place);
    }

    /** Both, see {@link TeamGrants}. */
    static int teamGrants(long state, long place) {
        return TeamGrants.of(teamMarks(state), teamCode(place));
    }

    static boolean isSuspended(long state) {
        return (state & SUSPENDED) != 0;
    }

    /** Whether the id is no UUID as {@link CanonicalUuid} reads it. */
    static boolean isOfOtherText(long state) {
        return (state & OTHER_TEXT) != 0;
    }

    /** Whether a device is there, neither suspended nor claimed. */
    static boolean isPlain(long state) {
        return (state & (SUSPENDED | CLAIMED)) == 0 && state != 0;
    }

    static boolean isClaimed(long state) {
        return (state & CLAIMED) != 0;
    }

    /** The number of the owning workspace. */
    static int workspace(long place) {
        return (int) (place >>> WORKSPACE_SHIFT);
    }

    /** The number of the product, or {@link PresenceRow#NO_PRODUCT}. */
    static int product(long place) {
        return ((int) (place >>> PRODUCT_SHIFT) & PRODUCT_MASK) + PresenceRow.NO_PRODUCT;
    }

    /** The workspaces that claimed the device with this number. */
    int[] claimedBy(int number) {
        RareOfDevice apart = rare.get(number);
        return apart == null ? Numbers.NONE : apart.claimedBy();
    }

    @Override
    @Nullable
    DeviceRow at(int number) {
        return at(number, records, rare);
    }

    /** The same, in a version that may be in the making. */
    static @Nullable DeviceRow at(int number, RecordArray records, PagedArray<RareOfDevice> rare) {
        long[] page = records.page(number);
        int at = records.offset(number);
        long state = page[at + GENERATION];
        if (state == 0) {
            return null;
        }
        long place = page[at + PLACE];
        RareOfDevice apart = rare.get(number);
        if (apart == null) {
            apart = RareOfDevice.NOTHING;
        }
        return new DeviceRow(
                number,
                generation(state),
                page[at + HIGH],
                page[at + LOW],
                apart.text(),
                isSuspended(state),
                teamGrants(state, place),
                new PresenceRow(workspace(place), number, true, PresenceRow.NO_CEILING, product(place)),
                apart.claimedBy(),
                apart.links());
    }

    /** The record of a row. */
    static long[] record(DeviceRow row) {
        long marks = (row.suspended ? SUSPENDED : 0)
                | (row.claimedBy.length == 0 ? 0 : CLAIMED)
                | (row.text == null ? 0 : OTHER_TEXT)
                | ((long) TeamGrants.marks(row.teamGrants) << MARK_BITS);
        long place = ((long) row.owning.workspace << WORKSPACE_SHIFT)
                | ((long) (row.owning.productNumber - PresenceRow.NO_PRODUCT) << PRODUCT_SHIFT)
                | TeamGrants.code(row.teamGrants);
        return new long[] {row.high, row.low, (row.generation << GENERATION_SHIFT) | marks, place};
    }

    DeviceTableDraft draft(Edit edit) {
        return new DeviceTableDraft(this, records, rare, edit);
    }
}
