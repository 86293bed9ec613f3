package io.doorward.document;

/** Ends the reading of a document whose rest cannot be read; what is wrong has been reported already. */
final class StopReading extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StopReading() {
        super(null, null, false, false);
    }
}
