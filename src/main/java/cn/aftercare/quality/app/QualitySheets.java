package cn.aftercare.quality.app;

import cn.aftercare.organisation.app.Directory;
import cn.aftercare.quality.QualityGrade;
import cn.aftercare.quality.QualityItem;
import cn.aftercare.quality.QualitySource;
import cn.aftercare.quality.QualityState;
import cn.aftercare.record.QualityRow;
import cn.aftercare.record.document.QualityWorkbook;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Quality information as an Excel list. */
@Service
public class QualitySheets {

    private final QualityList list;
    private final QualityWorkbook workbook;
    private final Directory directory;
    private final Clock clock;

    QualitySheets(QualityList list, QualityWorkbook workbook, Directory directory, Clock clock) {
        this.list = list;
        this.workbook = workbook;
        this.directory = directory;
        this.clock = clock;
    }

    /** What the acting person may see, narrowed like {@link QualityList#all}. */
    @Transactional(readOnly = true)
    public byte[] xlsx(
            @Nullable String unit,
            @Nullable QualityGrade grade,
            @Nullable QualitySource source,
            @Nullable QualityState state) {
        return workbook.write(
                list.all(unit, grade, source, state).stream().map(this::row).toList(), clock.instant());
    }

    private QualityRow row(QualityList.Line line) {
        QualityItem item = line.item();
        return new QualityRow(
                item.itemNo(),
                item.raisedAt(),
                directory.unitName(item.unit()),
                line.project().code(),
                line.project().name(),
                item.source().label(),
                item.content(),
                item.grade() == null ? "" : item.grade().label(),
                item.aspects().label(),
                item.state().label(),
                item.roundNo(),
                item.ending() == null ? "" : item.ending().label(),
                item.decision(),
                item.closedAt());
    }
}
