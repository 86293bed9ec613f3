package io.doorward.model;

import io.doorward.permission.PermissionSet;

/**
 * A set of device permissions and when it holds. The set is kept as it was written: the implicit permissions and
 * all that these imply come in when a policy is compiled.
 *
 * @param permissions device permissions; may be empty, which still shows the device
 * @param window when the grant is valid
 */
public record Grant(PermissionSet permissions, Window window) {}
