package io.doorward.index;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.doorward.model.OrganizationId;
import io.doorward.model.Policy;
import io.doorward.model.Revision;
import io.doorward.model.Workspace;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.Catalogue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A source has to give every row that another one names; whatever is missing is named in turn. */
class IndexBuilderTest {

    private final Policy policy = Policy.builder()
            .user("ann")
            .user("bob")
            .organization("works", works -> works.owner("ann"))
            .workspace("owner", owner -> owner.device("hall"))
            .workspace("member", member -> member.member("bob"))
            .workspace("owned", owned -> owned.organization("works"))
            .workspace("claiming", claiming -> claiming.claim("hall"))
            .build();

    private final IndexBuilder builder = new IndexBuilder(Catalogue.defaults());

    @Test
    void anIndexIsWholeWhateverTheOrderOfRows() {
        policy.workspaces().values().forEach(builder::workspace);
        policy.organizations().values().forEach(builder::organization);
        policy.users().values().forEach(builder::user);
        Index index = builder.build(Revision.NONE);
        IndexValidator.validate(index);
        assertThat(index.revision()).isEqualTo(Revision.NONE);
    }

    @Test
    void aMemberWhoDoesNotComeIsNamed() {
        assertRefused(builder.workspace(workspace("member")), "principal", "\"bob\"");
    }

    @Test
    void anOwnerWhoDoesNotComeIsNamed() {
        assertRefused(
                builder.organization(requireNonNull(policy.organizations().get(new OrganizationId("works")))),
                "principal",
                "\"ann\"");
    }

    @Test
    void aDeviceThatDoesNotComeIsNamed() {
        assertRefused(builder.workspace(workspace("claiming")), "device", "\"hall\"");
    }

    @Test
    void anOrganizationThatDoesNotComeIsNamed() {
        assertRefused(builder.workspace(workspace("owned")), "organization", "\"works\"");
    }

    @Test
    void onlyTheFirstFiveOfManyAreNamed() {
        assertThatThrownBy(() -> withMembers(5).build(Revision.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Nothing is known of principal \"u0\", \"u1\", \"u2\", \"u3\", \"u4\","
                        + " which other rows name. Give every row that is named.");
        assertThatThrownBy(() -> withMembers(7).build(Revision.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Nothing is known of principal \"u0\", \"u1\", \"u2\", \"u3\", \"u4\" and 2 more,"
                        + " which other rows name. Give every row that is named.");
    }

    private static IndexBuilder withMembers(int count) {
        var users = IntStream.range(0, count).mapToObj(i -> "u" + i).toList();
        var large = Policy.builder().workspace("plant", plant -> users.forEach(plant::member));
        users.forEach(large::user);
        IndexBuilder builder = new IndexBuilder(Catalogue.defaults());
        large.build().workspaces().values().forEach(builder::workspace);
        return builder;
    }

    private Workspace workspace(String id) {
        return requireNonNull(policy.workspaces().get(new WorkspaceId(id)));
    }

    private static void assertRefused(IndexBuilder builder, String kind, String id) {
        assertThatThrownBy(() -> builder.build(Revision.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Nothing is known of " + kind + " " + id
                        + ", which other rows name. Give every row that is named.");
    }
}
