package io.doorward.model;

import org.jspecify.annotations.Nullable;

/**
 * A template shared by many devices of one workspace.
 *
 * @param id unique in its workspace
 * @param name what people call it, or null
 */
public record Product(ProductId id, @Nullable String name) {}
