package io.doorward.generator;

import io.doorward.model.Policy;
import java.util.List;

/** A policy and the tokens in the clear whose hashes it holds (and codes of offers, which are no tokens). */
public record World(long seed, Policy policy, List<String> tokens) {}
