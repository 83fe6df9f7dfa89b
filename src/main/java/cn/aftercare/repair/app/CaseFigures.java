package cn.aftercare.repair.app;

import cn.aftercare.repair.CategoryCount;
import cn.aftercare.repair.PromiseCount;
import cn.aftercare.repair.StageCount;
import cn.aftercare.repair.app.RepairCases.Query;
import cn.aftercare.repair.persistence.CaseFiguresRepository;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the cases say together, by unit, within the units the acting person may see. Each count is the number of cases the
 * list shows for the same query, and of the rows of the register (docs/decisions/0005).
 */
@Service
@Transactional(readOnly = true)
public class CaseFigures {

    private final RepairCases cases;
    private final CaseFiguresRepository figures;
    private final Clock clock;

    CaseFigures(RepairCases cases, CaseFiguresRepository figures, Clock clock) {
        this.cases = cases;
        this.figures = figures;
        this.clock = clock;
    }

    /** What became of the promises of the cases, as of now. */
    public List<PromiseCount> promises(Query query) {
        return figures.promises(cases.filter(query), clock.instant());
    }

    /** The cases by the category they were reported under. */
    public List<CategoryCount> categories(Query query) {
        return figures.categories(cases.filter(query));
    }

    /** The cases still running, by stage, and how many of them are late. */
    public List<StageCount> stages(Query query) {
        return figures.stages(cases.filter(query), clock.instant());
    }
}
