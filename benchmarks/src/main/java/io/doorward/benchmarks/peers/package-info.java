/**
 * The peers: other libraries, each set up as its documentation recommends, that answer the plain part of the workload. Teams,
 * claims and windows are left out: not all of them can express these.
 */
@NullMarked
package io.doorward.benchmarks.peers;

import org.jspecify.annotations.NullMarked;
