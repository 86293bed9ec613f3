package io.doorward.model;

import io.doorward.permission.PermissionSet;
import org.jspecify.annotations.Nullable;

/**
 * Brings a device of another workspace into the workspace that holds this row.
 *
 * @param device a device that another workspace owns
 * @param ceiling the most that anyone holds on it here; null for the catalogue's default ceiling
 */
public record Claim(DeviceId device, @Nullable PermissionSet ceiling) {}
