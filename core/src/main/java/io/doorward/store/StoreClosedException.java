package io.doorward.store;

/** A source was used after it was closed. */
public final class StoreClosedException extends StoreException {

    private static final long serialVersionUID = 1L;

    /** Says which. */
    public StoreClosedException(String what) {
        super("The " + what + " is closed; open a new one.", null, false);
    }
}
