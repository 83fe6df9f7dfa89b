package cn.aftercare.record.document;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.record.QuestionnairePaper;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

class QuestionnaireDocumentTest {

    private static final Instant NOW = Instant.parse("2026-11-20T01:00:00Z");
    private final QuestionnaireDocument document = new QuestionnaireDocument();

    @Test
    void printsABoxForEachScoreOfEachFactor() throws IOException {
        byte[] docx = document.write(paper("MYD-2026-000031"), NOW);

        List<List<String>> rows = FormReader.rows(docx);
        assertThat(rows.subList(0, 4))
                .containsExactly(
                        List.of("业主名称", "江苏云锦酒店管理有限公司", "联系方式", "周敏 13800000000"),
                        List.of("项目名称", "云锦酒店三期室内装饰工程", "项目经理", "李建国"),
                        List.of("调查因素", "权重", "很满意\n100", "满意\n80", "基本满意\n60", "不满意\n30", "很不满意\n0"),
                        List.of("项目人员与业主/总包的沟通", "0.10", "□", "□", "□", "□", "□"));
        assertThat(rows.subList(13, 16))
                .containsExactly(
                        List.of("其它需要说明的情况", ""),
                        List.of("业主(或监理)签章", "", "填写日期", "年  月  日"),
                        List.of("填表人", "", "联系电话", ""));
        assertThat(FormReader.paragraphs(docx))
                .containsExactly("项目满意度调查表", "调查编号:MYD-2026-000031\t2026年度", "每项请在一个方框内打“√”,十项都要选;填写并签章后请交回南京分公司。");
        assertThat(document.write(paper("MYD-2026-000031"), NOW)).isEqualTo(docx);
    }

    @Test
    void manyStandInOneFileEachOnItsOwnPage() throws IOException {
        byte[] docx =
                document.write("2026年度满意度调查", "2 份", List.of(paper("MYD-2026-000031"), paper("MYD-2026-000032")), NOW);
        try (XWPFDocument file = FormReader.open(docx)) {
            assertThat(file.getTables()).hasSize(2);
            assertThat(file.getParagraphs().stream()
                            .filter(p -> p.isPageBreak())
                            .map(p -> p.getText()))
                    .containsExactly("项目满意度调查表");
        }
        assertThat(FormReader.paragraphs(docx)).contains("调查编号:MYD-2026-000032\t2026年度");
    }

    private static QuestionnairePaper paper(String number) {
        return new QuestionnairePaper(number, 2026, "云锦酒店三期室内装饰工程", "江苏云锦酒店管理有限公司", "周敏 13800000000", "李建国", "南京分公司");
    }
}
