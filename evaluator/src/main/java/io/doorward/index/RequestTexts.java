package io.doorward.index;

/** The texts of the request that a thread is about. */
final class RequestTexts {

    private static final ThreadLocal<RequestTexts> OF_THREAD = ThreadLocal.withInitial(RequestTexts::new);

    final NarrowText token = new NarrowText();
    final NarrowText device = new NarrowText();

    private RequestTexts() {}

    /** The calling thread's. No allocation once the thread has asked before. */
    static RequestTexts ofThread() {
        return OF_THREAD.get();
    }
}
