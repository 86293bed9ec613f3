package io.doorward.model;

import io.doorward.problem.Place;
import io.doorward.problem.Problem;
import org.jspecify.annotations.Nullable;

/** A row in the making: what it is, and where it came from, so that a problem can name its place. */
abstract class RowBuilder<B extends RowBuilder<B>> {

    private final @Nullable RowBuilder<?> parent;
    private final String kind;
    private final String key;
    private @Nullable Place place;

    RowBuilder(@Nullable RowBuilder<?> parent, String kind, String key) {
        this.parent = parent;
        this.kind = kind;
        this.key = key;
    }

    /** Says where the row stands in its source, a line of a file for example; problems name that place. */
    public B at(@Nullable Place place) {
        this.place = place;
        return self();
    }

    @SuppressWarnings("unchecked") // every subclass names itself as B
    final B self() {
        return (B) this;
    }

    final String key() {
        return key;
    }

    /** The row in words, such as {@code member "bob"}. */
    final String what() {
        return key.isEmpty() ? kind : kind + " " + Problem.quoted(key);
    }

    /** The row and the workspace that holds it, in words. */
    final String whatAndWhere() {
        return parent == null ? what() : what() + " of " + parent.whatAndWhere();
    }

    /** The place in the source, or the path of rows that leads here. */
    final String where() {
        return place != null ? place.text() : path();
    }

    private String path() {
        return parent == null ? what() : parent.path() + ", " + what();
    }
}
