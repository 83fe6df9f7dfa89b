package cn.aftercare.substitution.app;

import cn.aftercare.audit.AuditKind;
import cn.aftercare.audit.app.AuditTrail;
import cn.aftercare.organisation.app.Deputies;
import cn.aftercare.organisation.app.Memberships;
import cn.aftercare.substitution.Substitution;
import cn.aftercare.substitution.SubstitutionStatus;
import cn.aftercare.substitution.persistence.SubstitutionRepository;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lends the roles of who is away, with the open tasks, and takes them back. Doing either twice changes nothing. */
@Service
@Transactional
public class Lending implements Deputies {

    private final SubstitutionRepository substitutions;
    private final Memberships memberships;
    private final SubstitutionFlow flow;
    private final AuditTrail trail;
    private final Clock clock;

    Lending(
            SubstitutionRepository substitutions,
            Memberships memberships,
            SubstitutionFlow flow,
            AuditTrail trail,
            Clock clock) {
        this.substitutions = substitutions;
        this.memberships = memberships;
        this.flow = flow;
        this.trail = trail;
        this.clock = clock;
    }

    /** The leave begins. */
    public void lend(String number) {
        Substitution s = locked(number);
        if (s.status() != SubstitutionStatus.PLANNED) {
            return;
        }
        List<String> own = memberships.of(s.substitute());
        List<String> lent = new ArrayList<>();
        for (String group : memberships.of(s.absent())) {
            boolean lentAlready = substitutions.lentOtherwise(number, s.substitute(), group);
            if (group.startsWith(s.unit() + "-") && (lentAlready || !own.contains(group))) {
                substitutions.lent(number, group);
                memberships.add(s.substitute(), group);
                lent.add(group);
            }
        }
        substitutions.started(number, clock.instant());
        flow.handOver(s);
        // Under the name of who recorded the leave, who need not be the one who is away.
        trail.record(
                AuditKind.LENT,
                s.recorded().by(),
                "替岗 " + number + " " + s.absent() + " → " + s.substitute(),
                String.join("、", lent),
                "");
    }

    /** The leave is over, or was ended early before this. */
    public void takeBack(String number) {
        Substitution s = locked(number);
        for (String group : substitutions.lentGroups(number)) {
            if (!substitutions.lentOtherwise(number, s.substitute(), group)) {
                memberships.remove(s.substitute(), group);
            }
        }
        flow.handBack(s);
        if (s.status() == SubstitutionStatus.ACTIVE) {
            substitutions.ended(number, SubstitutionStatus.ENDED, clock.instant(), null);
        }
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> deputyOf(String userId, String unit) {
        return substitutions.acting(userId, unit);
    }

    @Override
    @Transactional(readOnly = true)
    public Set<String> lentTo(String userId) {
        return Set.copyOf(substitutions.lentTo(userId));
    }

    @Override
    public void keep(String userId, String group) {
        substitutions.keep(userId, group);
    }

    private Substitution locked(String number) {
        return substitutions.lock(number).orElseThrow(() -> new IllegalStateException("no substitution " + number));
    }
}
