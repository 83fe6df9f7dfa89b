package cn.aftercare.record.document;

import cn.aftercare.record.QualityRow;
import cn.aftercare.record.document.PlainSheets.Column;
import cn.aftercare.record.document.PlainSheets.PlainSheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes the list of quality information as an Excel file, one row for each item. */
@Component
public class QualityWorkbook {

    private static final List<Column> COLUMNS = List.of(
            new Column("编号", 18),
            new Column("提出时间", 18),
            new Column("责任单位", 14),
            new Column("工程编号", 18),
            new Column("工程名称", 30),
            new Column("来源", 14),
            new Column("内容", 40),
            new Column("等级", 10),
            new Column("涉及方面", 16),
            new Column("状态", 12),
            new Column("轮次", 8),
            new Column("结果", 12),
            new Column("结论", 40),
            new Column("办结时间", 18));

    /** @param rows in the order in which they are to be listed */
    public byte[] write(List<QualityRow> rows, Instant createdAt) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PlainSheet sheet = new PlainSheets(workbook).add("质量信息", COLUMNS);
            for (QualityRow r : rows) {
                sheet.row(Arrays.asList(
                        r.itemNo(),
                        time(r.raisedAt()),
                        r.unitName(),
                        r.projectCode(),
                        r.projectName(),
                        r.source(),
                        r.content(),
                        r.grade(),
                        r.aspects(),
                        r.state(),
                        r.rounds(),
                        r.ending(),
                        r.decision(),
                        time(r.closedAt())));
            }
            PlainSheets.sign(workbook, createdAt);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable LocalDateTime time(@Nullable Instant at) {
        return at == null ? null : LocalDateTime.ofInstant(at, Written.ZONE);
    }
}
