package io.doorward.json;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import io.doorward.change.Change;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How one kind of change stands in a document. Its parts are the components of the record, in their order, which the
 * compiler sees to: the parts are what the record's constructor takes.
 */
final class ChangeKind<C extends Change> {

    /** The key that names the kind. */
    static final String KEY = "change";

    private static final ImmutableSet<ChangeKey<?>> SECRETS =
            ImmutableSet.of(ChangeKeys.SHA256, ChangeKeys.TOKEN, ChangeKeys.OLD, ChangeKeys.NEW, ChangeKeys.CODE);

    private final Class<C> type;
    private final String word;
    private final ImmutableList<Part<?>> parts;
    private final ImmutableList<ChangeKey<?>> keys;
    private final ImmutableSet<String> names;
    private final Function<ChangeValues, @Nullable C> making;

    private ChangeKind(Class<C> type, Function<ChangeValues, @Nullable C> making, Part<?>... parts) {
        this.type = type;
        String name = type.getSimpleName();
        word = Character.toLowerCase(name.charAt(0)) + name.substring(1);
        this.parts = ImmutableList.copyOf(parts);
        keys = Stream.of(parts).flatMap(part -> part.keys().stream()).collect(ImmutableList.toImmutableList());
        names = keys.stream().map(ChangeKey::name).collect(ImmutableSet.toImmutableSet());
        this.making = making;
    }

    /** A constructor with one parameter. */
    interface Make1<A, C> {
        C make(A a);
    }

    /** A constructor with two parameters. */
    interface Make2<A, B, C> {
        C make(A a, B b);
    }

    /** A constructor with three parameters. */
    interface Make3<A, B, D, C> {
        C make(A a, B b, D d);
    }

    /** A constructor with four parameters. */
    interface Make4<A, B, D, E, C> {
        C make(A a, B b, D d, E e);
    }

    /** A constructor with five parameters. */
    interface Make5<A, B, D, E, F, C> {
        C make(A a, B b, D d, E e, F f);
    }

    static <A, C extends Change> ChangeKind<C> of(Class<C> type, Make1<A, C> make, Part<A> a) {
        return new ChangeKind<>(
                type,
                values -> {
                    A one = a.read(values);
                    return values.isSound() ? make.make(one) : null;
                },
                a);
    }

    static <A, B, C extends Change> ChangeKind<C> of(Class<C> type, Make2<A, B, C> make, Part<A> a, Part<B> b) {
        return new ChangeKind<>(
                type,
                values -> {
                    A one = a.read(values);
                    B two = b.read(values);
                    return values.isSound() ? make.make(one, two) : null;
                },
                a,
                b);
    }

    static <A, B, D, C extends Change> ChangeKind<C> of(
            Class<C> type, Make3<A, B, D, C> make, Part<A> a, Part<B> b, Part<D> d) {
        return new ChangeKind<>(
                type,
                values -> {
                    A one = a.read(values);
                    B two = b.read(values);
                    D three = d.read(values);
                    return values.isSound() ? make.make(one, two, three) : null;
                },
                a,
                b,
                d);
    }

    static <A, B, D, E, C extends Change> ChangeKind<C> of(
            Class<C> type, Make4<A, B, D, E, C> make, Part<A> a, Part<B> b, Part<D> d, Part<E> e) {
        return new ChangeKind<>(
                type,
                values -> {
                    A one = a.read(values);
                    B two = b.read(values);
                    D three = d.read(values);
                    E four = e.read(values);
                    return values.isSound() ? make.make(one, two, three, four) : null;
                },
                a,
                b,
                d,
                e);
    }

    static <A, B, D, E, F, C extends Change> ChangeKind<C> of(
            Class<C> type, Make5<A, B, D, E, F, C> make, Part<A> a, Part<B> b, Part<D> d, Part<E> e, Part<F> f) {
        return new ChangeKind<>(
                type,
                values -> {
                    A one = a.read(values);
                    B two = b.read(values);
                    D three = d.read(values);
                    E four = e.read(values);
                    F five = f.read(values);
                    return values.isSound() ? make.make(one, two, three, four, five) : null;
                },
                a,
                b,
                d,
                e,
                f);
    }

    /** The record. */
    Class<C> type() {
        return type;
    }

    /** How a document calls it: the name of the record with a small first letter. */
    String word() {
        return word;
    }

    ImmutableList<Part<?>> parts() {
        return parts;
    }

    /** Besides the one that names the kind. */
    ImmutableList<ChangeKey<?>> keys() {
        return keys;
    }

    boolean has(String key) {
        return names.contains(key);
    }

    /** Whether a text that stands in the wrong place in it may be a secret. */
    boolean isSecret() {
        return !Sets.intersection(ImmutableSet.copyOf(keys), SECRETS).isEmpty();
    }

    /** Such as {@code change, workspace, name}. */
    String listKeys() {
        return Stream.concat(Stream.of(KEY), names.stream()).collect(joining(", "));
    }

    /** The change that these values make; null after problems were reported. */
    @Nullable
    C make(ChangeValues values) {
        values.belongTo(word);
        return making.apply(values);
    }

    /**
     * The object of a change of this kind.
     *
     * @throws IllegalArgumentException if something in it could not be read back
     */
    ObjectNode row(Change change) {
        ObjectNode row = Rows.row();
        row.put(KEY, word);
        List<RecordComponent> components = List.of(type.getRecordComponents());
        for (int i = 0; i < components.size(); i++) {
            parts.get(i).write(row, component(components.get(i), change));
        }
        return row;
    }

    private static @Nullable Object component(RecordComponent component, Change change) {
        try {
            return component.getAccessor().invoke(change);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("The accessor of " + component + " is public and throws nothing.", e);
        }
    }
}
