package io.doorward.index;

import org.jspecify.annotations.Nullable;

/**
 * A device, as one index found it: a handle that dies with its device. What was unknown stays unknown. So a handle never
 * comes to stand for another device.
 */
public final class KnownDevice {

    final Index index;

    /** Its number, or {@link Numbers#NOTHING} if it is unknown. */
    final int number;

    /** What the index says of it, see {@link DeviceTable}. */
    final long state;

    final long place;

    private KnownDevice(Index index, int number, long state, long place) {
        this.index = index;
        this.number = number;
        this.state = state;
        this.place = place;
    }

    static KnownDevice of(Index index, int number) {
        DeviceTable devices = index.rows().devices;
        return number == Numbers.NOTHING
                ? new KnownDevice(index, number, 0, 0)
                : new KnownDevice(index, number, devices.state(number), devices.place(number));
    }

    /** What another index of the same family says of the very device; 0 if it has it no more. */
    long stateIn(DeviceTable devices) {
        if (number == Numbers.NOTHING) {
            return 0;
        }
        long now = devices.state(number);
        return DeviceTable.generation(now) == DeviceTable.generation(state) ? now : 0;
    }

    /** Its row in an index, or null if it is not there. */
    @Nullable
    DeviceRow in(Index other) {
        DeviceRow row = number == Numbers.NOTHING ? null : index.rows().devices.at(number);
        if (row == null || other == index) {
            return row;
        }
        Rows there = other.rows();
        return there.family == index.rows().family
                ? there.devices.same(row)
                : other.device(row.id().value());
    }
}
