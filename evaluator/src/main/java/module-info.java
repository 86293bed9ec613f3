/** The evaluator: answers from an immutable, compiled index. */
module io.doorward.evaluator {
    requires transitive io.doorward.core;
    requires static org.jspecify;
}
