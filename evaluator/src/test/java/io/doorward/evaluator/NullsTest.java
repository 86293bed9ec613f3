package io.doorward.evaluator;

import static org.assertj.core.api.Assertions.assertThat;

import io.doorward.decision.Question;
import io.doorward.model.DeviceId;
import io.doorward.model.OrganizationId;
import io.doorward.model.Policy;
import io.doorward.model.PrincipalId;
import io.doorward.model.ResourceId;
import io.doorward.model.Revision;
import io.doorward.model.WorkspaceId;
import io.doorward.permission.Action;
import io.doorward.permission.Actions;
import io.doorward.permission.DevicePermissions;
import io.doorward.permission.Scope;
import io.doorward.token.TokenHash;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A null is the host's mistake, and is told so whoever asks and whatever about: else a mistake would look like a denial until a
 * principal comes that is known.
 */
class NullsTest {

    private static final Evaluator EVALUATOR = Evaluator.of(Policy.builder()
            .organization("works", works -> works.owner("olga"))
            .user("olga")
            .user("ann", ann -> ann.token(TokenHash.ofClearText("anns")))
            .workspace("plant", plant -> plant.organization("works")
                    .device("hall")
                    .member("ann", ann -> ann.device("hall", DevicePermissions.VIEW)))
            .build());

    /** By type, what may stand in a parameter: known, unknown, of every kind. */
    private static final Map<Class<?>, List<?>> ARGUMENTS = Map.ofEntries(
            Map.entry(
                    Subject.class,
                    Stream.of("ann", "olga", "nobody")
                            .map(id -> EVALUATOR.subject(new PrincipalId(id)))
                            .toList()),
            Map.entry(
                    DeviceHandle.class,
                    Stream.of("hall", "nowhere")
                            .map(id -> EVALUATOR.device(new DeviceId(id)))
                            .toList()),
            Map.entry(
                    Action.class,
                    List.of(Actions.DEVICE_VIEW, Actions.WORKSPACE_VIEW, Action.named("nothing.that.is.known"))),
            Map.entry(
                    ResourceId.class,
                    List.of(
                            new DeviceId("hall"),
                            new DeviceId("nowhere"),
                            new WorkspaceId("plant"),
                            new WorkspaceId("nowhere"),
                            new OrganizationId("works"),
                            new OrganizationId("nowhere"))),
            Map.entry(DeviceId.class, List.of(new DeviceId("hall"), new DeviceId("nowhere"))),
            Map.entry(WorkspaceId.class, List.of(new WorkspaceId("plant"), new WorkspaceId("nowhere"))),
            Map.entry(PrincipalId.class, List.of(new PrincipalId("ann"), new PrincipalId("nobody"))),
            Map.entry(
                    String.class, List.of("anns", "nobodys", "hall", "plant", "device.view", "nothing.that.is.known")),
            Map.entry(Scope.class, List.of(Scope.values())),
            Map.entry(
                    Question.class,
                    List.of(Question.ofToken("anns").action("device.view").device("hall"))),
            Map.entry(Question.Asker.class, List.of(Question.ofToken("anns"), Question.ofPrincipal("nobody"))),
            Map.entry(
                    Question.Deed.class,
                    List.of(
                            Question.ofToken("anns").action("device.view"),
                            Question.ofPrincipal("nobody").action("nothing.that.is.known"))),
            Map.entry(List.class, List.of(List.of(EVALUATOR.device(new DeviceId("hall"))))),
            Map.entry(Instant.class, List.of(Instant.EPOCH)),
            Map.entry(Duration.class, List.of(Duration.ZERO)),
            Map.entry(Revision.class, List.of(EVALUATOR.revision())),
            Map.entry(TokenUseListener.class, List.of((TokenUseListener) (token, holder) -> {})),
            Map.entry(int.class, List.of(10)));

    static Stream<Method> methods() {
        return Arrays.stream(Evaluator.class.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> method.getParameterCount() > 0);
    }

    @ParameterizedTest
    @MethodSource("methods")
    void areRefused(Method method) {
        Parameter[] parameters = method.getParameters();
        for (int place = 0; place < parameters.length; place++) {
            Parameter parameter = parameters[place];
            if (!parameter.getType().isPrimitive()
                    && !parameter.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                for (List<Object> arguments : choices(parameters, place)) {
                    assertThat(thrown(method, arguments))
                            .as("%s of %s, null at %d", method, arguments, place)
                            .isInstanceOf(NullPointerException.class);
                }
            }
        }
    }

    private static List<List<Object>> choices(Parameter[] parameters, int nothing) {
        List<List<Object>> choices = List.of(List.of());
        for (int place = 0; place < parameters.length; place++) {
            List<List<Object>> longer = new ArrayList<>();
            for (List<Object> choice : choices) {
                for (Object argument : place == nothing ? nothing() : arguments(parameters[place])) {
                    List<Object> more = new ArrayList<>(choice);
                    more.add(argument);
                    longer.add(more);
                }
            }
            choices = longer;
        }
        return choices;
    }

    private static List<Object> nothing() {
        return Arrays.asList((Object) null);
    }

    private static List<?> arguments(Parameter parameter) {
        List<?> arguments = ARGUMENTS.get(parameter.getType());
        assertThat(arguments).as("arguments of %s", parameter).isNotNull();
        return arguments;
    }

    private static @Nullable Throwable thrown(Method method, List<Object> arguments) {
        try {
            method.invoke(EVALUATOR, arguments.toArray());
            return null;
        } catch (InvocationTargetException e) {
            return e.getCause();
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }
}
