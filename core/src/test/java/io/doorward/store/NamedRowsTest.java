package io.doorward.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.change.Access;
import io.doorward.change.Change;
import io.doorward.change.ChangeSet;
import io.doorward.change.Holder;
import io.doorward.change.PolicyChange;
import io.doorward.change.TokenChange;
import io.doorward.model.DeviceId;
import io.doorward.model.OrganizationId;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.ProductId;
import io.doorward.model.TeamId;
import io.doorward.model.Window;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.Catalogue;
import io.doorward.permission.LinkMode;
import io.doorward.token.TokenHash;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of change tells all that it names, also one that is added later. */
class NamedRowsTest {

    private static final TokenHash SECRET = TokenHash.ofClearText("secret");

    private static final Policy POLICY = Policy.builder()
            .user("holder", user -> user.token(SECRET))
            .workspace("owner", workspace -> workspace.device("device"))
            .build();

    static Stream<Class<?>> kinds() {
        return Stream.of(Change.class.getPermittedSubclasses())
                .flatMap(family -> Stream.of(family.getPermittedSubclasses()));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyIdIsNamed(Class<?> kind) throws ReflectiveOperationException {
        List<Object> values = new ArrayList<>();
        List<Class<?>> types = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (RecordComponent component : kind.getRecordComponents()) {
            types.add(component.getType());
            values.add(sample(component, ids));
        }
        Change change = (Change)
                kind.getDeclaredConstructor(types.toArray(Class<?>[]::new)).newInstance(values.toArray());
        if (TokenChange.class.isAssignableFrom(kind)) {
            ids.add(ids.contains("principal") ? "principal" : "holder");
        }

        NamedRows named = NamedRows.of(ChangeSet.of(change), POLICY);

        assertThat(named.relied()).contains(RowName.CATALOGUE);
        if (!(change instanceof PolicyChange)) {
            assertThat(named.subjects()).isNotEmpty();
        }
        Set<String> names = new HashSet<>();
        Stream.concat(named.subjects().stream(), named.relied().stream()).forEach(row -> names.add(row.key()));
        assertThat(names).containsAll(ids);
    }

    private static Object sample(RecordComponent component, Set<String> ids) {
        Class<?> type = component.getType();
        if (type == WorkspaceId.class) {
            return new WorkspaceId(named("workspace", ids));
        } else if (type == OrganizationId.class) {
            return new OrganizationId(named("organization", ids));
        } else if (type == DeviceId.class) {
            return new DeviceId(named("device", ids));
        } else if (type == ProductId.class) {
            return new ProductId(named("product", ids));
        } else if (type == TeamId.class) {
            return new TeamId(named("team-" + component.getName(), ids));
        } else if (type == PrincipalId.class) {
            return new PrincipalId(named("principal", ids));
        } else if (type == Holder.class) {
            return Holder.member(named("principal", ids));
        } else if (type == Access.class) {
            return Access.NONE.device(named("granted-device", ids)).product(named("granted-product", ids));
        } else if (type == String.class) {
            return component.getName().equals("email")
                            && component.getDeclaringRecord().getName().contains("Member")
                    ? named("carol@example.com", ids)
                    : "text";
        } else if (type == TokenHash.class) {
            return SECRET;
        } else if (type == Window.class) {
            return Window.ALWAYS;
        } else if (type == Instant.class) {
            return Instant.EPOCH;
        } else if (type == Catalogue.class) {
            return Catalogue.defaults();
        } else if (type == LinkMode.class) {
            return LinkMode.READ;
        } else if (type == boolean.class) {
            return true;
        } else {
            return List.of();
        }
    }

    private static String named(String id, Set<String> ids) {
        ids.add(id);
        return id;
    }
}
