package cn.aftercare.repair.app;

import cn.aftercare.repair.OpenCases;
import cn.aftercare.repair.OpenPromises;
import cn.aftercare.repair.persistence.CaseFiguresRepository;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What all units have before them now, for whoever watches the program; asks for no permission of its own. */
@Service
@Transactional(readOnly = true)
public class CaseLoad {

    private final CaseFiguresRepository figures;
    private final Clock clock;

    CaseLoad(CaseFiguresRepository figures, Clock clock) {
        this.figures = figures;
        this.clock = clock;
    }

    /** The running cases. */
    public List<OpenCases> cases() {
        return figures.openCases();
    }

    /** The promises of the running cases that still have to be kept. */
    public List<OpenPromises> promises() {
        return figures.openPromises(clock.instant());
    }
}
