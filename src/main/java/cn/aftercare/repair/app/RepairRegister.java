package cn.aftercare.repair.app;

import cn.aftercare.organisation.app.Directory;
import cn.aftercare.record.RegisterHeader;
import cn.aftercare.record.document.RepairRegisterWorkbook;
import cn.aftercare.repair.app.RepairCases.Query;
import cn.aftercare.repair.persistence.RegisterRepository;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The repair register 《维修统计表》: every notice is a row. */
@Service
public class RepairRegister {

    private final RepairCases cases;
    private final RegisterRepository register;
    private final RepairRegisterWorkbook workbook;
    private final Directory directory;
    private final Clock clock;

    RepairRegister(
            RepairCases cases,
            RegisterRepository register,
            RepairRegisterWorkbook workbook,
            Directory directory,
            Clock clock) {
        this.cases = cases;
        this.register = register;
        this.workbook = workbook;
        this.directory = directory;
        this.clock = clock;
    }

    /** Writes the rows the acting person may see; nothing is written before the last one was read. */
    @Transactional(readOnly = true)
    public void write(Query query, OutputStream out) {
        Instant now = clock.instant();
        String unit = query.unit() == null || query.unit().isBlank() ? "全部单位" : directory.unitName(query.unit());
        workbook.write(
                register.rows(cases.filter(query), now), new RegisterHeader(unit, query.from(), query.to(), now), out);
    }
}
