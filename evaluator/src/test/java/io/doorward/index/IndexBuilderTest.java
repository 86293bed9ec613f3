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
import io.doorward.permission.LinkMode;
import java.util.List;
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

    @Test
    void whatDoesNotComeAgainIsGoneAndTheRestStaysTheSame() {
        Policy before = Policy.builder()
                .user("ann")
                .user("gone")
                .organization("works", works -> works.owner("ann"))
                .organization("lost", lost -> lost.owner("gone"))
                .workspace("plant", plant -> plant.organization("works").device("hall"))
                .workspace(
                        "shut", shut -> shut.organization("lost").device("door").apiUser("robot"))
                .publicLink("kept", link -> link.device("hall").mode(LinkMode.READ))
                .publicLink("broken", link -> link.device("hall").mode(LinkMode.READ))
                .build();
        Policy after = Policy.builder()
                .user("ann")
                .organization("works", works -> works.owner("ann"))
                .workspace("plant", plant -> plant.organization("works").device("hall"))
                .publicLink("kept", link -> link.device("hall").mode(LinkMode.READ))
                .build();
        Index index = Index.of(before);
        IndexBuilder again = new IndexBuilder(index, Catalogue.defaults());
        after.users().values().forEach(again::user);
        after.organizations().values().forEach(again::organization);
        after.workspaces().values().forEach(again::workspace);
        after.publicLinks().values().forEach(again::publicLink);
        Index next = again.build(Revision.NONE);
        IndexValidator.validate(next);
        for (String principal : List.of("ann", "kept")) {
            assertThat(index.askerByPrincipal(principal).in(next).principalId())
                    .as(principal)
                    .isNotNull();
        }
        for (String principal : List.of("gone", "robot", "broken")) {
            assertThat(index.askerByPrincipal(principal).in(next).principalId())
                    .as(principal)
                    .isNull();
        }
        assertThat(next.rows().workspaces.find("plant")).isNotNull();
        assertThat(next.rows().workspaces.find("shut")).isNull();
        assertThat(next.rows().organizations.find("works")).isNotNull();
        assertThat(next.rows().organizations.find("lost")).isNull();
        assertThat(next.rows().devices.find("hall")).isNotEqualTo(Numbers.NOTHING);
        assertThat(next.rows().devices.find("door")).isEqualTo(Numbers.NOTHING);
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
