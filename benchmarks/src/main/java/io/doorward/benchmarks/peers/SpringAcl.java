package io.doorward.benchmarks.peers;

import static java.util.Objects.requireNonNull;

import io.doorward.benchmarks.check.Contender;
import io.doorward.benchmarks.peers.PlainPolicy.Where;
import io.doorward.permission.Action;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.springframework.cache.concurrent.ConcurrentMapCache;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.security.access.PermissionEvaluator;
import org.springframework.security.acls.AclPermissionEvaluator;
import org.springframework.security.acls.domain.AbstractPermission;
import org.springframework.security.acls.domain.AclAuthorizationStrategyImpl;
import org.springframework.security.acls.domain.ConsoleAuditLogger;
import org.springframework.security.acls.domain.DefaultPermissionFactory;
import org.springframework.security.acls.domain.DefaultPermissionGrantingStrategy;
import org.springframework.security.acls.domain.SpringCacheBasedAclCache;
import org.springframework.security.acls.jdbc.BasicLookupStrategy;
import org.springframework.security.acls.jdbc.JdbcAclService;
import org.springframework.security.acls.model.Permission;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Spring Security ACL over an in-memory H2 with its cache: an access control list for each device, whose parent is its
 * product's, whose parent is its workspace's. A list that is not there is not cached, so that an unknown device would go to
 * the database; here the host knows its devices and need not ask.
 */
public final class SpringAcl implements Contender {

    private static final String DEVICE = "device";
    private static final String PRODUCT = "product";
    private static final String WORKSPACE = "workspace";
    private static final int BATCH = 1000;

    private final PlainPolicy policy;
    private final PermissionEvaluator evaluator;
    private final Map<String, Permission> permissions = new HashMap<>();
    private final Map<String, Authentication> holders = new HashMap<>();

    /** Fills a database with the policy. */
    public SpringAcl(PlainPolicy policy) {
        this.policy = policy;
        DataSource database =
                JdbcConnectionPool.create("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1", "sa", "");
        policy.grants()
                .values()
                .forEach(grants -> grants.forEach(grant -> grant.permissions()
                        .forEach(permission ->
                                permissions.computeIfAbsent(permission, name -> new Bit(permissions.size())))));
        Filling filling = new Filling(new JdbcTemplate(database));
        filling.createTables();
        new TransactionTemplate(new DataSourceTransactionManager(database))
                .executeWithoutResult(transaction -> filling.fill());
        // Spring's query joins outwards from the things, for which its schema has no index that begins with their
        // number.
        new JdbcTemplate(database).execute("create index by_number on acl_object_identity(object_id_identity)");
        evaluator = evaluator(database);
        policy.holders()
                .forEach((token, who) -> holders.put(
                        token, UsernamePasswordAuthenticationToken.authenticated(who.principal(), "", List.of())));
    }

    private PermissionEvaluator evaluator(DataSource database) {
        DefaultPermissionGrantingStrategy granting = new DefaultPermissionGrantingStrategy(new ConsoleAuditLogger());
        AclAuthorizationStrategyImpl administration =
                new AclAuthorizationStrategyImpl(new SimpleGrantedAuthority("ROLE_ADMIN"));
        SpringCacheBasedAclCache cache =
                new SpringCacheBasedAclCache(new ConcurrentMapCache("acl"), granting, administration);
        DefaultPermissionFactory factory = new DefaultPermissionFactory(permissions);
        BasicLookupStrategy lookup = new BasicLookupStrategy(database, cache, administration, granting);
        lookup.setPermissionFactory(factory);
        AclPermissionEvaluator acl = new AclPermissionEvaluator(new JdbcAclService(database, lookup));
        acl.setPermissionFactory(factory);
        return acl;
    }

    @Override
    public boolean allows(String token, Action action, String device) {
        Authentication holder = holders.get(token);
        Where where = policy.where(device);
        Permission permission = permissions.get(PlainPolicy.needed(action));
        return holder != null
                && where != null
                && permission != null
                && evaluator.hasPermission(holder, (long) where.number(), DEVICE, permission);
    }

    /** One permission of up to 32. */
    private static final class Bit extends AbstractPermission {

        private static final long serialVersionUID = 1;

        Bit(int number) {
            super(1 << number);
        }
    }

    /** Writes the tables of the schema that Spring ships. */
    private final class Filling {

        private static final String CLASS = "insert into acl_class (id, class) values (?, ?)";
        private static final String SID = "insert into acl_sid (id, principal, sid) values (?, true, ?)";
        private static final String THING = "insert into acl_object_identity"
                + " (id, object_id_class, object_id_identity, parent_object, owner_sid, entries_inheriting)"
                + " values (?, ?, ?, ?, 0, true)"; // the owner, which Spring needs, decides nothing here
        private static final String ENTRY = "insert into acl_entry"
                + " (acl_object_identity, ace_order, sid, mask, granting, audit_success, audit_failure)"
                + " values (?, ?, ?, ?, true, false, false)";

        private final JdbcTemplate database;
        private final Map<String, Long> things = new HashMap<>();
        private final Map<String, Long> sids = new HashMap<>();
        private final Map<Long, Integer> entries = new HashMap<>();

        Filling(JdbcTemplate database) {
            this.database = database;
        }

        void fill() {
            List<String> classes = List.of(WORKSPACE, PRODUCT, DEVICE);
            for (int i = 0; i < classes.size(); i++) {
                database.update(CLASS, i, classes.get(i));
            }
            List<Object[]> rows = new ArrayList<>();
            policy.holders().values().forEach(who -> {
                sids.put(who.principal(), (long) sids.size());
                rows.add(new Object[] {requireNonNull(sids.get(who.principal())), who.principal()});
            });
            insert(SID, rows);
            insertThings();
            policy.grants().values().forEach(this::insertEntries);
        }

        void createTables() {
            try {
                String schema = new ClassPathResource("createAclSchema.sql").getContentAsString(StandardCharsets.UTF_8);
                database.execute(schema);
            } catch (IOException e) {
                throw new IllegalStateException("The schema of Spring Security ACL is not on the class path.", e);
            }
        }

        private void insertThings() {
            List<Object[]> rows = new ArrayList<>();
            policy.grants().keySet().forEach(workspace -> rows.add(thing(0, workspace, null)));
            policy.devices().forEach((id, where) -> {
                if (!things.containsKey(where.product())) {
                    rows.add(thing(1, where.product(), where.workspace()));
                }
            });
            policy.devices().forEach((id, where) -> {
                rows.add(new Object[] {number(id), 2, where.number(), number(where.product())});
            });
            insert(THING, rows);
        }

        private Object[] thing(int kind, String id, @Nullable String parent) {
            long number = number(id);
            return new Object[] {number, kind, number, parent == null ? null : number(parent)};
        }

        private long number(String thing) {
            return things.computeIfAbsent(thing, id -> 1L + things.size()); // Spring takes a parent 0 for none
        }

        private void insertEntries(List<PlainGrant> grants) {
            List<Object[]> rows = new ArrayList<>();
            for (PlainGrant grant : grants) {
                long thing = number(grant.thing());
                for (String permission : grant.permissions()) {
                    rows.add(new Object[] {
                        thing,
                        entries.merge(thing, 1, Integer::sum),
                        requireNonNull(sids.get(grant.principal())),
                        requireNonNull(permissions.get(permission)).getMask()
                    });
                }
            }
            insert(ENTRY, rows);
        }

        private void insert(String statement, List<Object[]> rows) {
            for (int i = 0; i < rows.size(); i += BATCH) {
                database.batchUpdate(statement, rows.subList(i, Math.min(i + BATCH, rows.size())));
            }
        }
    }
}
