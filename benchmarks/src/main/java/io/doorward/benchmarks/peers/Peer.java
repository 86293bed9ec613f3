package io.doorward.benchmarks.peers;

import io.doorward.benchmarks.check.Contender;
import io.doorward.benchmarks.workload.Workload;
import java.util.Arrays;

/** The peers. */
public enum Peer {
    /** jCasbin, which evaluates each time. */
    JCASBIN {
        @Override
        public Contender of(Workload workload) {
            return new JCasbin(new PlainPolicy(workload), false);
        }
    },

    /** jCasbin, which keeps every answer. */
    JCASBIN_CACHED {
        @Override
        public Contender of(Workload workload) {
            return new JCasbin(new PlainPolicy(workload), true);
        }
    },

    /** Shiro with permission objects. */
    SHIRO {
        @Override
        public Contender of(Workload workload) {
            return new Shiro(new PlainPolicy(workload), true);
        }
    },

    /** Shiro with permissions as strings. */
    SHIRO_STRINGS {
        @Override
        public Contender of(Workload workload) {
            return new Shiro(new PlainPolicy(workload), false);
        }
    },

    /** Spring Security ACL. */
    SPRING_ACL {
        @Override
        public Contender of(Workload workload) {
            return new SpringAcl(new PlainPolicy(workload));
        }
    },

    /** Cedar for Java. */
    CEDAR {
        @Override
        public Contender of(Workload workload) {
            return new Cedar(new PlainPolicy(workload));
        }
    };

    /** Sets it up with the plain part of a workload. */
    public abstract Contender of(Workload workload);

    /** The peer of a name as in {@code jcasbin-cached}. */
    public static Peer named(String name) {
        for (Peer peer : values()) {
            if (peer.name().replace('_', '-').equalsIgnoreCase(name)) {
                return peer;
            }
        }
        throw new IllegalArgumentException(
                "There is no contender " + name + "; there are two-maps, floor, ours, handles and check, and the peers "
                        + Arrays.toString(values()) + ".");
    }
}
