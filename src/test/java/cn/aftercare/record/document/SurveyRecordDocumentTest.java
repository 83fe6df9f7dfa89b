package cn.aftercare.record.document;

import static cn.aftercare.survey.SurveySamples.answers;
import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.record.Samples;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SurveyRecordDocumentTest {

    private final SurveyRecordDocument document = new SurveyRecordDocument();

    @Test
    void printsTheDocumentsFieldsAndTheTenWeightedFactors() throws IOException {
        byte[] docx = document.write(Samples.surveyRecord());

        assertThat(FormReader.rows(docx))
                .containsExactly(
                        List.of("业主名称", "江苏云锦酒店管理有限公司", "联系方式", "周敏 13800000000"),
                        List.of("项目名称", "云锦酒店三期室内装饰工程"),
                        List.of("项目经理", "李建国", "填表日期", "2025年11月20日"),
                        List.of("调查因素", "权重", "得分", "加权分值"),
                        List.of("项目人员与业主/总包的沟通", "0.10", "80", "8.00"),
                        List.of("项目施工质量", "0.20", "100", "20.00"),
                        List.of("项目人员工作态度", "0.10", "80", "8.00"),
                        List.of("项目人员处理问题的能力", "0.05", "60", "3.00"),
                        List.of("项目施工准备和各项方案的制定", "0.05", "80", "4.00"),
                        List.of("项目工期", "0.10", "80", "8.00"),
                        List.of("项目安全管理", "0.10", "30", "3.00"),
                        List.of("项目文明施工", "0.10", "80", "8.00"),
                        List.of("项目的环境保护", "0.10", "80", "8.00"),
                        List.of("项目与周边的协调工作", "0.10", "80", "8.00"),
                        List.of("合计", "78.00"),
                        List.of("其它需要说明的情况", "夜间施工噪声较大,\n请注意。"),
                        List.of("业主(或监理)签章", "云锦酒店工程部(章)", "填写日期", "2025年11月20日"),
                        List.of("填表人", "吴刚", "联系电话", "025-86666666"));
        assertThat(FormReader.paragraphs(docx))
                .containsExactly("项目满意度调查记录表", "编号:MYDJL-2025-000200\t调查编号:MYD-2025-000031", "由王芳据纸质调查表录入");
    }

    @Test
    void theSameDataGivesTheSameFile() {
        assertThat(answers(0, 0, 0, 0, 0, 0, 0, 0, 0, 0).total()).hasToString("0.00");
        assertThat(document.write(Samples.surveyRecord())).isEqualTo(document.write(Samples.surveyRecord()));
    }
}
