package io.doorward.json;

import io.doorward.document.ObjectWalk;
import io.doorward.document.Position;
import io.doorward.document.Shape;
import io.doorward.model.WindowBuilder;
import io.doorward.permission.Permission;
import io.doorward.permission.Scope;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Reads what a member, a team or an invite holds. */
final class RightsReader<B> {

    static final Shape PRODUCTS = Shape.ofAnyKeys("the grants on products");
    static final Shape DEVICES = Shape.ofAnyKeys("the grants on devices");
    static final Shape GRANT = Shape.of("a grant", "permissions!", "notBefore", "expiresAt");

    private final BiConsumer<B, Collection<Permission>> permissions;
    private final Setter<B> allDevices;
    private final KeyedSetter<B> product;
    private final KeyedSetter<B> device;

    /** How the builder of such a row is told of its rights. */
    RightsReader(
            BiConsumer<B, Collection<Permission>> permissions,
            Setter<B> allDevices,
            KeyedSetter<B> product,
            KeyedSetter<B> device) {
        this.permissions = permissions;
        this.allDevices = allDevices;
        this.product = product;
        this.device = device;
    }

    /** How a builder is told of a grant on all devices. */
    interface Setter<B> {

        Object set(B builder, Collection<Permission> permissions, Consumer<WindowBuilder> window);
    }

    /** How a builder is told of a grant on one thing. */
    interface KeyedSetter<B> {

        Object set(B builder, String id, Collection<Permission> permissions, Consumer<WindowBuilder> window);
    }

    /** Reads the value of the key at which the row stands, one of permissions, allDevices, products and devices. */
    void read(PolicyInput in, ObjectWalk row, Details<B> details) {
        switch (row.key()) {
            case "permissions" -> details.set(in.permissions(Scope.WORKSPACE), permissions::accept);
            case "allDevices" ->
                readGrant(
                        in,
                        row.keyPosition(),
                        (permissions, window) -> details.add(builder -> allDevices.set(builder, permissions, window)));
            case "products" -> readGrants(in, PRODUCTS, product, details);
            default -> readGrants(in, DEVICES, device, details);
        }
    }

    private static <B> void readGrants(PolicyInput in, Shape shape, KeyedSetter<B> setter, Details<B> details) {
        ObjectWalk grants = in.object(shape);
        while (grants.next()) {
            String id = in.shared(grants.key());
            readGrant(
                    in,
                    grants.keyPosition(),
                    (permissions, window) -> details.add(builder -> setter.set(builder, id, permissions, window)));
        }
    }

    private static void readGrant(
            PolicyInput in, Position position, BiConsumer<List<Permission>, Consumer<WindowBuilder>> grant) {
        if (in.document().isArray()) {
            grant.accept(in.permissions(Scope.DEVICE), window -> window.at(position));
        } else if (in.document().isObject()) {
            readGrantInWindow(in, position, grant);
        } else {
            in.document().reject("a list of permissions, or an object with permissions and a window");
        }
    }

    private static void readGrantInWindow(
            PolicyInput in, Position position, BiConsumer<List<Permission>, Consumer<WindowBuilder>> grant) {
        Details<WindowBuilder> window = new Details<>();
        window.set(position, WindowBuilder::at);
        List<Permission> permissions = List.of();
        ObjectWalk row = in.object(GRANT);
        while (row.next()) {
            switch (row.key()) {
                case "permissions" -> permissions = in.permissions(Scope.DEVICE);
                case "notBefore" -> window.set(in.instant(), WindowBuilder::notBefore);
                default -> window.set(in.instant(), WindowBuilder::expiresAt);
            }
        }
        grant.accept(permissions, window);
    }
}
