package io.doorward.model;

/** Sets the validity window of a grant or of a team membership. Not thread-safe. */
public final class WindowBuilder extends WindowedBuilder<WindowBuilder> {

    WindowBuilder(RowBuilder<?> parent, String kind, String key) {
        super(parent, kind, key);
    }
}
