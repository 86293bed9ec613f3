/** What a policy is made of: principals, organizations, workspaces, devices, grants; values and the builders that check them. */
@NullMarked
package io.doorward.model;

import org.jspecify.annotations.NullMarked;
