package io.doorward.index;

import org.jspecify.annotations.Nullable;

/**
 * A device, as one index found it: a handle that dies with its device. What was unknown stays unknown. So a handle never
 * comes to stand for another device. It keeps no index alive, and makes no objects where it is used.
 */
public final class KnownDevice {

    private final Family family;

    /** Of the index that found it. */
    private final long version;

    private final String id;

    /** Its number, or {@link Numbers#NOTHING} if it is unknown. */
    private final int number;

    /** What that index says of it, see {@link DeviceTable}. */
    private final long state;

    private final long place;

    private KnownDevice(Index index, String id, int number, long state, long place) {
        family = index.rows().family;
        version = index.version();
        this.id = id;
        this.number = number;
        this.state = state;
        this.place = place;
    }

    static KnownDevice of(Index index, String id) {
        DeviceTable devices = index.rows().devices;
        int number = devices.find(id);
        return number == Numbers.NOTHING
                ? new KnownDevice(index, id, number, 0, 0)
                : new KnownDevice(index, id, number, devices.state(number), devices.place(number));
    }

    /** A device that is there. */
    static KnownDevice at(Index index, int number) {
        DeviceTable devices = index.rows().devices;
        return new KnownDevice(index, devices.id(number), number, devices.state(number), devices.place(number));
    }

    /** The text by which it was looked up. */
    public String id() {
        return id;
    }

    /**
     * Its number in an index; {@link Numbers#NOTHING} if it is not there. In an index of another family, where nothing tells
     * a thing from a later one of the same id, that of the one with its id.
     */
    int numberIn(Index index) {
        if (number == Numbers.NOTHING || isOf(index)) {
            return number;
        }
        DeviceTable devices = index.rows().devices;
        if (index.rows().family != family) {
            return devices.find(id);
        }
        return DeviceTable.generation(devices.state(number)) == DeviceTable.generation(state)
                ? number
                : Numbers.NOTHING;
    }

    /** What an index that has it says of it, see {@link DeviceTable#state}. */
    long stateIn(Index index, int numberThere) {
        return isOf(index) ? state : index.rows().devices.state(numberThere);
    }

    /** Where it is at home in an index that has it, see {@link DeviceTable#place}. */
    long placeIn(Index index, int numberThere) {
        return isOf(index) ? place : index.rows().devices.place(numberThere);
    }

    /**
     * Whether the index of a version says of the device that it is of a workspace and nothing besides: it is neither suspended
     * nor claimed.
     *
     * @param orClaimed whether it may be claimed all the same
     */
    boolean isOnlyIn(int workspace, boolean orClaimed, long ofVersion) {
        return version == ofVersion
                && DeviceTable.workspace(place) == workspace
                && (DeviceTable.isPlain(state)
                        || (orClaimed && DeviceTable.isClaimed(state) && !DeviceTable.isSuspended(state)));
    }

    /** Its number in the index that found it, or {@link Numbers#NOTHING}. */
    int number() {
        return number;
    }

    /** Its row in an index, or null if it is not there. */
    @Nullable
    DeviceRow in(Index index) {
        int there = numberIn(index);
        return there == Numbers.NOTHING ? null : index.rows().devices.at(there);
    }

    private boolean isOf(Index index) {
        return version == index.version();
    }
}
