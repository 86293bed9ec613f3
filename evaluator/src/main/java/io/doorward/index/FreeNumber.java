package io.doorward.index;

import org.jspecify.annotations.Nullable;

/** A number whose thing is gone, and those that became free before it: a stack whose versions share their tails. */
record FreeNumber(int number, @Nullable FreeNumber next) {}
