package cn.aftercare.record.document;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.record.RegisterHeader;
import cn.aftercare.record.Samples;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Leaves one file of each kind under target/records, to be looked at and for the pictures in docs/images. */
class PrintedSamplesTest {

    @Test
    void printsOneOfEach() throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "records"));
        Path order = Files.write(folder.resolve("task-order.docx"), new TaskOrderDocument().write(Samples.taskOrder()));
        Path record = Files.write(
                folder.resolve("warranty-record.docx"), new WarrantyRecordDocument().write(Samples.warrantyRecord()));
        Path survey = Files.write(
                folder.resolve("survey-record.docx"), new SurveyRecordDocument().write(Samples.surveyRecord()));
        Path register = folder.resolve("register.xlsx");
        try (OutputStream out = Files.newOutputStream(register)) {
            new RepairRegisterWorkbook()
                    .write(
                            Stream.of(
                                    Samples.registerRow("BX-2025-000051", "周敏", "吊顶开裂,需更换石膏板三张", "860.00"),
                                    Samples.registerRow("BX-2025-000052", "吴刚", "墙面开裂\n两处", "1240.50"),
                                    Samples.registerRow("BX-2025-000053", "=cmd", "卫生间地面渗水", "0.00")),
                            new RegisterHeader(
                                    "南京分公司",
                                    LocalDate.of(2025, 10, 1),
                                    LocalDate.of(2025, 10, 31),
                                    Samples.at("2025-11-03T09:15")),
                            out);
        }
        assertThat(Stream.of(order, record, survey, register))
                .allMatch(file -> file.toFile().length() > 2000);
    }
}
