/** The evaluator: answers from an immutable, compiled index. */
module io.doorward.evaluator {
    exports io.doorward.decision;
    exports io.doorward.evaluator;
    exports io.doorward.explain;
    exports io.doorward.policytest;

    requires transitive io.doorward.core;
    requires org.slf4j;
    requires static org.jspecify;
}
