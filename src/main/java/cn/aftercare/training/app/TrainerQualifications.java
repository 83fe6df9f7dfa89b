package cn.aftercare.training.app;

import cn.aftercare.organisation.Actor;
import cn.aftercare.organisation.Person;
import cn.aftercare.organisation.Role;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.organisation.app.Directory;
import cn.aftercare.problem.FieldError;
import cn.aftercare.problem.InvalidInputException;
import cn.aftercare.problem.NotPermittedException;
import cn.aftercare.training.Qualification;
import cn.aftercare.training.TrainingSubject;
import cn.aftercare.training.persistence.QualificationRepository;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who may teach what, and until when; kept by headquarters. */
@Service
@Transactional
public class TrainerQualifications {

    private final QualificationRepository qualifications;
    private final Directory directory;
    private final CurrentActor currentActor;
    private final Clock clock;

    TrainerQualifications(
            QualificationRepository qualifications, Directory directory, CurrentActor currentActor, Clock clock) {
        this.qualifications = qualifications;
        this.directory = directory;
        this.currentActor = currentActor;
        this.clock = clock;
    }

    /** Everybody who may be named at all. */
    @Transactional(readOnly = true)
    public List<Person> trainers() {
        return directory.people(Role.TRAINER.groupOf(Actor.HQ));
    }

    @Transactional(readOnly = true)
    public List<Qualification> all() {
        return qualifications.all();
    }

    public boolean mayKeep() {
        Actor actor = currentActor.get();
        return actor.admin() || actor.hasRole(Actor.HQ, Role.PMD);
    }

    /**
     * Adds a certificate, or renews it.
     *
     * @throws NotPermittedException unless the actor is of the project management department of headquarters, or
     *     administers
     * @throws InvalidInputException naming every field that is wrong
     */
    public void save(
            @Nullable String person,
            @Nullable TrainingSubject subject,
            @Nullable String certificateNo,
            @Nullable LocalDate validUntil) {
        keeper();
        List<FieldError> errors = new ArrayList<>();
        if (trainers().stream().noneMatch(p -> p.id().equals(person))) {
            errors.add(new FieldError("person", "教员:请从授课教员中选择"));
        }
        if (subject == null) {
            errors.add(new FieldError("subject", "科目:请选择"));
        }
        if (certificateNo == null
                || certificateNo.isBlank()
                || certificateNo.strip().length() > 100) {
            errors.add(new FieldError("certificateNo", "证书编号:必填,不能超过100个字"));
        }
        if (validUntil == null) {
            errors.add(new FieldError("validUntil", "有效期至:必填"));
        }
        if (!errors.isEmpty()) {
            throw new InvalidInputException(errors);
        }
        qualifications.save(
                person,
                subject,
                certificateNo.strip(),
                validUntil,
                clock.instant(),
                currentActor.get().userId());
    }

    /** @throws NotPermittedException as {@link #save} does */
    public void remove(long id) {
        keeper();
        qualifications.remove(id);
    }

    private void keeper() {
        if (!mayKeep()) {
            throw new NotPermittedException("只有总部项目管理部和系统管理员可以维护教员资质");
        }
    }

    /**
     * The certificate that lets the person teach the subject on the day.
     *
     * @param field the day stands in, for the message
     * @throws InvalidInputException if there is none
     */
    Qualification valid(String field, String person, TrainingSubject subject, LocalDate day) {
        return qualifications.all().stream()
                .filter(q -> q.person().equals(person) && q.covers(subject, day))
                .findFirst()
                .orElseThrow(() -> new InvalidInputException(
                        field,
                        "教员:" + directory.displayName(person) + "在" + day + "没有有效的“" + subject.label()
                                + "”授课资质,请另选教员或先更新资质"));
    }
}
