package io.doorward.cli;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;

/** The policy of a plant, with its tests. */
final class Samples {

    static final String HALL = "0f8fad5b-d9cb-469f-a165-70867728950e";
    static final String GUEST = "7c9e6679-7425-40de-944b-e07fc1f90ae7";
    static final String AT = "2026-07-01T12:00:00Z";

    private Samples() {}

    static String plant() {
        return path("/plant.json").toString();
    }

    static String plantTests() {
        return path("/plant.tests.json").toString();
    }

    private static Path path(String name) {
        URL resource = Objects.requireNonNull(Samples.class.getResource(name), name);
        try {
            return Path.of(resource.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(resource.toString(), e);
        }
    }
}
