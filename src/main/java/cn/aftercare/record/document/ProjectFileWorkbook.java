package cn.aftercare.record.document;

import cn.aftercare.record.ProjectFileData;
import cn.aftercare.record.document.PlainSheets.Column;
import cn.aftercare.record.document.PlainSheets.PlainSheet;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.springframework.stereotype.Component;

/** The table of contents of an exported warranty file: facts, items, team, and everything that happened. */
@Component
public class ProjectFileWorkbook {

    public byte[] write(ProjectFileData data) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PlainSheets sheets = new PlainSheets(workbook);
            PlainSheet facts = sheets.add("工程概况", List.of(new Column("项目", 16), new Column("内容", 60)));
            data.facts().forEach(f -> facts.row(Arrays.asList(f.label(), f.text())));
            PlainSheet items = sheets.add(
                    "保修项目",
                    List.of(new Column("项目", 16), new Column("期限", 16), new Column("最后一天", 14), new Column("备注", 10)));
            data.items()
                    .forEach(i -> items.row(
                            Arrays.asList(i.category(), i.term(), i.lastDay(), i.provisional() ? "暂定" : null)));
            PlainSheet team =
                    sheets.add("保修小组", List.of(new Column("岗位", 16), new Column("姓名", 16), new Column("备注", 40)));
            data.team().forEach(p -> team.row(Arrays.asList(p.role(), p.name(), p.remark())));
            PlainSheet entries = sheets.add(
                    "大事记",
                    List.of(
                            new Column("时间", 17),
                            new Column("类别", 8),
                            new Column("事项", 36),
                            new Column("内容", 60),
                            new Column("文件", 50)));
            data.entries()
                    .forEach(e -> entries.row(Arrays.asList(
                            LocalDateTime.ofInstant(e.at(), Written.ZONE), e.kind(), e.title(), e.detail(), e.file())));
            PlainSheets.sign(workbook, data.createdAt());
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
