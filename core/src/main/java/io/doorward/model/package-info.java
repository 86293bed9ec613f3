/** The policy as values: workspaces, devices, users, API users, teams and grants. */
@NullMarked
package io.doorward.model;

import org.jspecify.annotations.NullMarked;
