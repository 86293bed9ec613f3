package io.doorward.quickstart;

/** The first program of the README. */
public final class Quickstart {

    private Quickstart() {}

    /** Runs the program; takes no arguments. */
    public static void main(String[] args) {
        System.out.println("The quickstart is not written yet.");
    }
}
