package io.doorward.exhaustive;

/** The product of the device. */
enum Product {
    THE_GRANTED_ONE,
    NONE,
    ANOTHER
}
