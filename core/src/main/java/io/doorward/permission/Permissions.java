package io.doorward.permission;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.doorward.problem.Problem;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The permissions of one scope of a catalogue, in the order of their bits: the vocabulary that a
 * {@link PermissionSet} is written in.
 *
 * <p>Immutable and safe to share between threads. Two vocabularies are equal if they have the same
 * scope and the same permissions in the same order, with the same implications and implicit ones.
 */
public final class Permissions {

    /** A set is one {@code long}. */
    static final int MAX_SIZE = Long.SIZE;

    private final Scope scope;
    private final ImmutableList<Permission> list;
    private final ImmutableMap<String, Integer> bitByName;

    /** For each bit the bits that it is written to imply. Never changed after construction. */
    private final long[] implied;

    /** For each bit all that it implies, however indirectly. Never changed after construction. */
    private final long[] reachable;

    private final PermissionSet none;
    private final PermissionSet all;
    private final PermissionSet implicit;
    private final int hash;

    /**
     * Invariant: at most 64 names, legal and all different; {@code implied} has one entry a name, no
     * bit beyond them and no circle. The catalogue's builder has checked it.
     */
    Permissions(Scope scope, List<String> names, long[] implied, long implicit) {
        this.scope = scope;
        this.list = names.stream().map(name -> new Permission(scope, name)).collect(ImmutableList.toImmutableList());
        ImmutableMap.Builder<String, Integer> bits = ImmutableMap.builder();
        for (int bit = 0; bit < names.size(); bit++) {
            bits.put(names.get(bit), bit);
        }
        this.bitByName = bits.buildOrThrow();
        this.implied = implied.clone();
        this.reachable = Implications.reachable(implied);
        this.hash = 31 * (31 * list.hashCode() + Arrays.hashCode(implied)) + Long.hashCode(implicit);
        this.none = new PermissionSet(this, 0);
        this.all = new PermissionSet(this, mask(names.size()));
        this.implicit = new PermissionSet(this, implicit);
    }

    /** The scope that all of these permissions are of. */
    public Scope scope() {
        return scope;
    }

    /** How many there are, 0 to 64. */
    public int size() {
        return list.size();
    }

    /** The permissions in the order of their bits; immutable. */
    public List<Permission> list() {
        return list;
    }

    /**
     * The permission of that name.
     *
     * @param name any text, compared exactly
     * @return empty if there is none
     */
    public Optional<Permission> find(String name) {
        Integer bit = bitByName.get(name);
        return bit == null ? Optional.empty() : Optional.of(list.get(bit));
    }

    /** The empty set. Always the same instance. */
    public PermissionSet none() {
        return none;
    }

    /** The set of all permissions. Always the same instance. */
    public PermissionSet all() {
        return all;
    }

    /**
     * The permissions that every grant carries, as written (not closed). Empty in other scopes than
     * {@link Scope#DEVICE}.
     */
    public PermissionSet implicit() {
        return implicit;
    }

    /**
     * The permissions that one is written to imply, without those that these imply in turn; {@link
     * PermissionSet#closed()} has all.
     *
     * @throws IllegalArgumentException if the permission is not one of these
     */
    public PermissionSet implied(Permission permission) {
        return new PermissionSet(this, implied[requireBit(permission)]);
    }

    /**
     * The set of these permissions. One that is given twice counts once.
     *
     * @throws IllegalArgumentException if one of them is of another scope or not in this catalogue
     */
    public PermissionSet of(Permission... permissions) {
        return of(Arrays.asList(permissions));
    }

    /**
     * The set of these permissions. One that is given twice counts once.
     *
     * @throws IllegalArgumentException if one of them is of another scope or not in this catalogue
     */
    public PermissionSet of(Collection<Permission> permissions) {
        long bits = 0;
        for (Permission permission : permissions) {
            bits |= 1L << requireBit(permission);
        }
        return new PermissionSet(this, bits);
    }

    /**
     * The set of the permissions with these names. One that is given twice counts once.
     *
     * @throws IllegalArgumentException if there is no such permission in this scope of the catalogue
     */
    public PermissionSet named(Collection<String> names) {
        long bits = 0;
        for (String name : names) {
            bits |= 1L << requireBit(name);
        }
        return new PermissionSet(this, bits);
    }

    /**
     * The set that these bits write, where bit 0 is the first permission of {@link #list()}.
     *
     * @throws IllegalArgumentException if a bit is set beyond the last permission
     */
    public PermissionSet fromBits(long bits) {
        long unknown = bits & ~all.bits();
        if (unknown != 0) {
            throw new IllegalArgumentException("Bit "
                    + Long.numberOfTrailingZeros(unknown)
                    + " stands for no "
                    + scope.word()
                    + " permission, as this catalogue has "
                    + size()
                    + "; use only bits that it defines.");
        }
        return new PermissionSet(this, bits);
    }

    /** The bit of a permission, or -1 if it is not one of these. */
    int bitOf(Permission permission) {
        if (permission.scope() != scope) {
            return -1;
        }
        Integer bit = bitByName.get(permission.name());
        return bit == null ? -1 : bit;
    }

    /** The bits and all that they imply. One OR for each bit that is set. */
    long close(long bits) {
        long closed = bits;
        for (long rest = bits; rest != 0; rest &= rest - 1) {
            closed |= reachable[Long.numberOfTrailingZeros(rest)];
        }
        return closed;
    }

    private int requireBit(Permission permission) {
        if (permission.scope() != scope) {
            throw new IllegalArgumentException("The "
                    + permission.scope().word()
                    + " permission "
                    + Problem.quoted(permission.name())
                    + " cannot be in a set of "
                    + scope.word()
                    + " permissions; use permissions of one scope.");
        }
        return requireBit(permission.name());
    }

    private int requireBit(String name) {
        Integer bit = bitByName.get(name);
        if (bit == null) {
            throw new IllegalArgumentException("This catalogue has no "
                    + scope.word()
                    + " permission "
                    + Problem.quoted(name)
                    + "; correct the name or add it to the catalogue.");
        }
        return bit;
    }

    /** The lowest bits; for 64 of them a shift would be taken modulo 64 and leave none. */
    private static long mask(int size) {
        return size == MAX_SIZE ? -1L : (1L << size) - 1;
    }

    /** Identity first: sets of one policy share their vocabulary, so that is the common case. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other
                || (other instanceof Permissions that
                        && hash == that.hash
                        && scope == that.scope
                        && list.equals(that.list)
                        && Arrays.equals(implied, that.implied)
                        && implicit.bits() == that.implicit.bits());
    }

    @Override
    public int hashCode() {
        return hash;
    }

    /** The scope and the names, such as {@code device permissions [view, edit_basics]}. */
    @Override
    public String toString() {
        return scope.word() + " permissions " + list;
    }
}
