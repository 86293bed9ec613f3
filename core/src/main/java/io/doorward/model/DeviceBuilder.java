package io.doorward.model;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Describes a device. Not thread-safe. */
public final class DeviceBuilder extends RowBuilder<DeviceBuilder> {

    private @Nullable String product;
    private @Nullable String name;
    private List<String> tags = List.of();
    private boolean suspended;

    DeviceBuilder(WorkspaceBuilder workspace, String id) {
        super(workspace, "device", id);
    }

    /** The device's product in its workspace. */
    public DeviceBuilder product(String product) {
        this.product = product;
        return this;
    }

    /** What people call the device. */
    public DeviceBuilder name(String name) {
        this.name = name;
        return this;
    }

    /** The device's labels. */
    public DeviceBuilder tags(String... tags) {
        return tags(Arrays.asList(tags));
    }

    /** The device's labels. */
    public DeviceBuilder tags(Collection<String> tags) {
        this.tags = List.copyOf(tags);
        return this;
    }

    /** Whether everything on the device is denied. */
    public DeviceBuilder suspended(boolean suspended) {
        this.suspended = suspended;
        return this;
    }

    @Nullable
    String product() {
        return product;
    }

    Device build(DeviceId id, @Nullable ProductId product, Problems problems) {
        Labels.check(this, "name", name, problems);
        for (String tag : tags) {
            Labels.check(this, "tag", tag, problems);
        }
        return new Device(id, product, name, tags, suspended);
    }
}
