package io.doorward.permission;

import com.google.common.collect.ImmutableList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A set of permissions of one scope of one catalogue.
 *
 * <p>An immutable value, safe to share between threads: one {@code long} and the {@link
 * Permissions} that give its bits a meaning. All operations but the lists take a few instructions;
 * only sets of catalogues that are equal but not the same instance cost a comparison of these. No
 * argument may be null.
 *
 * <p>Sets of different vocabularies have no union, intersection or difference, and neither contains
 * the other: asking for one is an {@link IllegalArgumentException}, since the same bit stands for
 * different permissions. Sets of equal catalogues go together, whichever instance they are of.
 *
 * <p>A set has exactly the permissions that were put in it; what they imply comes in only by {@link
 * #closed()} or {@link #asGrant()}.
 */
public final class PermissionSet {

    private final Permissions vocabulary;
    private final long bits;

    /** Invariant: no bit is set beyond the size of the vocabulary. */
    PermissionSet(Permissions vocabulary, long bits) {
        this.vocabulary = vocabulary;
        this.bits = bits;
    }

    /** The permissions that this set is written in: all there are, not those that it contains. */
    public Permissions permissions() {
        return vocabulary;
    }

    /** The set as bits, bit 0 for the first of {@link Permissions#list()}. */
    public long bits() {
        return bits;
    }

    /** Whether it contains no permission. */
    public boolean isEmpty() {
        return bits == 0;
    }

    /** How many permissions it contains. */
    public int size() {
        return Long.bitCount(bits);
    }

    /**
     * Whether a permission is in this set. One of another scope or another catalogue is not; that is
     * no error.
     */
    public boolean contains(Permission permission) {
        int bit = vocabulary.bitOf(permission);
        return bit >= 0 && (bits & (1L << bit)) != 0;
    }

    /**
     * Whether all of the other set is in this one.
     *
     * @throws IllegalArgumentException if the other is of another scope or catalogue
     */
    public boolean containsAll(PermissionSet other) {
        requireSameVocabulary(other);
        return (other.bits & ~bits) == 0;
    }

    /**
     * What is in this set, in the other or in both.
     *
     * @throws IllegalArgumentException if the other is of another scope or catalogue
     */
    public PermissionSet union(PermissionSet other) {
        requireSameVocabulary(other);
        return with(bits | other.bits);
    }

    /**
     * What is in both sets.
     *
     * @throws IllegalArgumentException if the other is of another scope or catalogue
     */
    public PermissionSet intersect(PermissionSet other) {
        requireSameVocabulary(other);
        return with(bits & other.bits);
    }

    /**
     * What is in this set and not in the other.
     *
     * @throws IllegalArgumentException if the other is of another scope or catalogue
     */
    public PermissionSet minus(PermissionSet other) {
        requireSameVocabulary(other);
        return with(bits & ~other.bits);
    }

    /** This set with all that its permissions imply, however indirectly. */
    public PermissionSet closed() {
        return with(vocabulary.close(bits));
    }

    /**
     * What a grant, a ceiling or a link mode with this set carries: its permissions and the implicit
     * ones, with all that these imply. The same as {@link #closed()} for other scopes than {@link
     * Scope#DEVICE}, which have no implicit permissions.
     */
    public PermissionSet asGrant() {
        return with(vocabulary.close(bits | vocabulary.implicit().bits));
    }

    /** The permissions in the order of the catalogue; immutable. */
    public List<Permission> toList() {
        ImmutableList.Builder<Permission> list = ImmutableList.builderWithExpectedSize(size());
        for (long rest = bits; rest != 0; rest &= rest - 1) {
            list.add(vocabulary.list().get(Long.numberOfTrailingZeros(rest)));
        }
        return list.build();
    }

    /** The names of the permissions in the order of the catalogue; immutable. */
    public List<String> names() {
        return toList().stream().map(Permission::name).collect(ImmutableList.toImmutableList());
    }

    private PermissionSet with(long otherBits) {
        return otherBits == bits ? this : new PermissionSet(vocabulary, otherBits);
    }

    private void requireSameVocabulary(PermissionSet other) {
        if (!vocabulary.equals(other.vocabulary)) {
            throw mixed(other);
        }
    }

    private IllegalArgumentException mixed(PermissionSet other) {
        Scope scope = vocabulary.scope();
        Scope otherScope = other.vocabulary.scope();
        return new IllegalArgumentException(
                scope == otherScope
                        ? "The two sets of "
                                + scope.word()
                                + " permissions belong to different catalogues; build both from one catalogue."
                        : "A set of "
                                + scope.word()
                                + " permissions and a set of "
                                + otherScope.word()
                                + " permissions cannot be combined; use sets of one scope.");
    }

    /** Whether the other is a set of the same permissions of an equal vocabulary. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof PermissionSet that && bits == that.bits && vocabulary.equals(that.vocabulary));
    }

    @Override
    public int hashCode() {
        return 31 * vocabulary.hashCode() + Long.hashCode(bits);
    }

    /** The names, such as {@code [view, edit_basics]}. */
    @Override
    public String toString() {
        return toList().toString();
    }
}
