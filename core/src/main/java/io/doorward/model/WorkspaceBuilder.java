package io.doorward.model;

import io.doorward.token.TokenHash;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Describes a workspace and all that belongs to it, in any order. Not thread-safe. */
public final class WorkspaceBuilder extends RowBuilder<WorkspaceBuilder> {

    final List<ProductBuilder> products = new ArrayList<>();
    final List<DeviceBuilder> devices = new ArrayList<>();
    final List<ClaimBuilder> claims = new ArrayList<>();
    final List<OfferBuilder> offers = new ArrayList<>();
    final List<ApiUserBuilder> apiUsers = new ArrayList<>();
    final List<MemberBuilder> members = new ArrayList<>();
    final List<TeamBuilder> teams = new ArrayList<>();
    final List<InviteBuilder> invites = new ArrayList<>();

    private @Nullable String slug;
    private @Nullable String name;
    private @Nullable String organization;
    private boolean suspended;

    WorkspaceBuilder(String id) {
        super(null, "workspace", id);
    }

    /** A second name that is unique among workspaces. */
    public WorkspaceBuilder slug(String slug) {
        this.slug = slug;
        return this;
    }

    /** What people call the workspace. */
    public WorkspaceBuilder name(String name) {
        this.name = name;
        return this;
    }

    /** The organization that the workspace belongs to; without it, none, and then nobody owns it. */
    public WorkspaceBuilder organization(String organization) {
        this.organization = organization;
        return this;
    }

    /** Whether everything through the workspace is denied. */
    public WorkspaceBuilder suspended(boolean suspended) {
        this.suspended = suspended;
        return this;
    }

    /** Adds a product. */
    public WorkspaceBuilder product(String id) {
        return product(id, product -> {});
    }

    /** Adds a product. */
    public WorkspaceBuilder product(String id, Consumer<ProductBuilder> details) {
        return add(products, new ProductBuilder(this, id), details);
    }

    /** Adds a device that the workspace owns. */
    public WorkspaceBuilder device(String id) {
        return device(id, device -> {});
    }

    /** Adds a device that the workspace owns. */
    public WorkspaceBuilder device(String id, Consumer<DeviceBuilder> details) {
        return add(devices, new DeviceBuilder(this, id), details);
    }

    /** Claims a device of another workspace into this one, with the catalogue's default ceiling. */
    public WorkspaceBuilder claim(String device) {
        return claim(device, claim -> {});
    }

    /** Claims a device of another workspace into this one. */
    public WorkspaceBuilder claim(String device, Consumer<ClaimBuilder> details) {
        return add(claims, new ClaimBuilder(this, device), details);
    }

    /** Offers a device of this workspace to whoever knows the code. */
    public WorkspaceBuilder offer(String device, TokenHash code, Consumer<OfferBuilder> details) {
        return add(offers, new OfferBuilder(this, device, code), details);
    }

    /** Adds an API user of this workspace. */
    public WorkspaceBuilder apiUser(String id) {
        return apiUser(id, apiUser -> {});
    }

    /** Adds an API user of this workspace. */
    public WorkspaceBuilder apiUser(String id, Consumer<ApiUserBuilder> details) {
        return add(apiUsers, new ApiUserBuilder(this, id), details);
    }

    /** Makes a user or an API user of this workspace a member of it, with no rights yet. */
    public WorkspaceBuilder member(String principal) {
        return member(principal, member -> {});
    }

    /** Makes a user or an API user of this workspace a member of it. */
    public WorkspaceBuilder member(String principal, Consumer<MemberBuilder> details) {
        return add(members, new MemberBuilder(this, principal), details);
    }

    /** Adds a team. */
    public WorkspaceBuilder team(String id, Consumer<TeamBuilder> details) {
        return add(teams, new TeamBuilder(this, id), details);
    }

    /** Adds a pending membership. */
    public WorkspaceBuilder invite(String email, Consumer<InviteBuilder> details) {
        return add(invites, new InviteBuilder(this, email), details);
    }

    @Nullable
    String slug() {
        return slug;
    }

    @Nullable
    String name() {
        return name;
    }

    @Nullable
    String organization() {
        return organization;
    }

    boolean suspended() {
        return suspended;
    }

    private <T> WorkspaceBuilder add(List<T> rows, T row, Consumer<? super T> details) {
        details.accept(row);
        rows.add(row);
        return this;
    }
}
