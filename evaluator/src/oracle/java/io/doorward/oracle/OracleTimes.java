package io.doorward.oracle;

import io.doorward.decision.Question;
import io.doorward.model.Grant;
import io.doorward.model.Member;
import io.doorward.model.Policy;
import io.doorward.model.PublicLink;
import io.doorward.model.Rights;
import io.doorward.model.Team;
import io.doorward.model.Token;
import io.doorward.model.Window;
import io.doorward.model.Workspace;
import java.time.Instant;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** How long an answer holds if nothing changes: every bound of every window is tried, one after the other. */
public final class OracleTimes {

    private final Oracle oracle;
    private final NavigableSet<Instant> bounds = new TreeSet<>();

    public OracleTimes(Oracle oracle) {
        this.oracle = oracle;
        Policy policy = oracle.policy();
        policy.users().values().forEach(user -> addTokens(user.tokens()));
        policy.publicLinks().values().stream().map(PublicLink::tokens).forEach(this::addTokens);
        for (Workspace workspace : policy.workspaces().values()) {
            workspace.apiUsers().values().forEach(user -> addTokens(user.tokens()));
            for (Member member : workspace.members().values()) {
                add(member.window());
                add(member.rights());
            }
            for (Team team : workspace.teams().values()) {
                team.members().values().forEach(this::add);
                add(team.rights());
            }
        }
    }

    /** Every bound of every window that a decision could depend on. */
    public NavigableSet<Instant> bounds() {
        return bounds;
    }

    /** The first instant after this one at which the answer is another. */
    public Optional<Instant> holdsUntil(Question question, Instant at) {
        return new Timeline(question).holdsUntil(at);
    }

    /** The decisions on one question over all time. */
    public final class Timeline {

        private final Question question;
        private final NavigableMap<Instant, Answer> answers = new TreeMap<>();

        public Timeline(Question question) {
            this.question = question;
        }

        /** The answer at an instant. */
        public Answer at(Instant at) {
            return oracle.answer(question, at);
        }

        /** The first instant after this one at which the answer is another. */
        public Optional<Instant> holdsUntil(Instant at) {
            Answer now = at(at);
            for (Instant bound : bounds.tailSet(at, false)) {
                if (!answers.computeIfAbsent(bound, this::at).equals(now)) {
                    return Optional.of(bound);
                }
            }
            return Optional.empty();
        }
    }

    private void addTokens(List<Token> tokens) {
        tokens.forEach(token -> add(token.window()));
    }

    private void add(Rights rights) {
        if (rights.allDevices() != null) {
            add(rights.allDevices().window());
        }
        rights.products().values().stream().map(Grant::window).forEach(this::add);
        rights.devices().values().stream().map(Grant::window).forEach(this::add);
    }

    private void add(Window window) {
        if (window.notBefore() != null) {
            bounds.add(window.notBefore());
        }
        if (window.expiresAt() != null) {
            bounds.add(window.expiresAt());
        }
    }
}
