package cn.aftercare.consultation.app;

import cn.aftercare.consultation.Consultation;
import cn.aftercare.consultation.ConsultationKind;
import cn.aftercare.consultation.ConsultationStage;
import cn.aftercare.consultation.persistence.ConsultationListRepository;
import cn.aftercare.consultation.persistence.ConsultationListRepository.Part;
import cn.aftercare.consultation.persistence.ConsultationRepository;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.problem.NotFoundException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Knows the consultations, within the units the acting person may see. */
@Service
@Transactional(readOnly = true)
public class Consultations {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final ConsultationRepository consultations;
    private final ConsultationListRepository lists;
    private final CurrentActor currentActor;

    Consultations(ConsultationRepository consultations, ConsultationListRepository lists, CurrentActor currentActor) {
        this.consultations = consultations;
        this.lists = lists;
        this.currentActor = currentActor;
    }

    /**
     * Which part of the list; null means all of it.
     *
     * @param from first Shanghai day of receipt
     * @param to last Shanghai day of receipt
     */
    public record Filter(
            @Nullable String unit,
            @Nullable ConsultationKind kind,
            @Nullable ConsultationStage stage,
            @Nullable LocalDate from,
            @Nullable LocalDate to) {}

    /** One page, counted from 0. */
    public record Listed(List<Consultation> rows, long total) {}

    public Listed list(Filter f, int page, int size) {
        Part part = new Part(
                currentActor.get().visibleUnits(f.unit()),
                f.kind(),
                f.stage(),
                f.from() == null ? null : f.from().atStartOfDay(ZONE).toInstant(),
                f.to() == null ? null : f.to().plusDays(1).atStartOfDay(ZONE).toInstant());
        return new Listed(lists.list(part, (long) page * size, size), lists.count(part));
    }

    /** One the engine is working on. */
    public Consultation of(String number) {
        return consultations.find(number).orElseThrow(() -> new IllegalStateException("no consultation " + number));
    }

    /** @throws NotFoundException also when it exists but belongs to a unit the acting person may not see */
    public Consultation visible(String number) {
        return consultations
                .find(number)
                .filter(c -> currentActor.get().maySee(c.unit()))
                .orElseThrow(() -> new NotFoundException("没有技术咨询 " + number));
    }
}
