package io.doorward.permission;

/** The device permissions of the default catalogue, in its order. */
public final class DevicePermissions {

    /** See the device and its history; every grant on a device carries it. */
    public static final Permission VIEW = Permission.device("view");

    /** Edit name, location, tags, metadata and image; implies {@link #VIEW}. */
    public static final Permission EDIT_BASICS = Permission.device("edit_basics");

    /**
     * Edit the product that the device shares with its siblings: a change reaches all of them, also
     * those that the holder cannot see.
     */
    public static final Permission EDIT_PRODUCT = Permission.device("edit_product");

    /** Write values and send downlinks. */
    public static final Permission RECORD_MEASUREMENTS = Permission.device("record_measurements");

    private DevicePermissions() {}
}
