package io.doorward.benchmarks.workload;

/**
 * Where a grant can be given and taken so that an answer changes: a principal that may not edit a device, also for one
 * who knows no windows.
 *
 * @param workspace the workspace of them all, which owns the device
 * @param principal an API user
 * @param token its token in clear
 * @param team a team that it is in by itself
 * @param device the device
 */
public record Target(String workspace, String principal, String token, String team, String device) {}
