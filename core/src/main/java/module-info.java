/** The model of a policy and all that reads, writes and judges it. */
// The evaluator, to which a package is exported, is compiled after this module.
@SuppressWarnings("module")
module io.doorward.core {
    exports io.doorward.admin;
    exports io.doorward.change;
    exports io.doorward.document to
            io.doorward.evaluator;
    exports io.doorward.json;
    exports io.doorward.model;
    exports io.doorward.permission;
    exports io.doorward.persistent to
            io.doorward.evaluator;
    exports io.doorward.problem;
    exports io.doorward.store;
    exports io.doorward.store.file;
    exports io.doorward.store.testing;
    exports io.doorward.token;

    // JUnit calls the tests of the suites, which nobody else needs to see.
    opens io.doorward.store.testing;

    requires transitive static org.jspecify;
    requires static org.junit.jupiter.api;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires com.google.common;
    requires org.slf4j;
}
