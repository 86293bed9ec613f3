package io.doorward.explain;

/** What a principal is to a workspace or an organization. */
public enum Relationship {
    /** Owner of the organization. */
    OWNER("owner of the organization"),
    /** Member of the workspace, its membership being inside its window. */
    MEMBER("member"),
    /** Member of the workspace, but its membership is out of its window. */
    MEMBER_OUT_OF_WINDOW("member, but out of the membership's window"),
    /** Admin of the organization. */
    ADMIN("admin"),
    /** A public link to a device that the workspace owns. */
    LINK("public link to the device"),
    /** Nothing at all. */
    NONE("neither owner nor member");

    private final String words;

    Relationship(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
