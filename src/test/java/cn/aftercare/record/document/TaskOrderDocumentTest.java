package cn.aftercare.record.document;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.record.Samples;
import cn.aftercare.record.TaskOrderData;
import java.io.IOException;
import java.math.BigInteger;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.junit.jupiter.api.Test;

class TaskOrderDocumentTest {

    private final TaskOrderDocument document = new TaskOrderDocument();

    @Test
    void printsEveryFieldOfTheOrder() throws IOException {
        byte[] docx = document.write(Samples.taskOrder());

        assertThat(FormReader.rows(docx))
                .containsExactly(
                        List.of("工程名称", "南京金陵饭店三期室内装饰工程"),
                        List.of("工程编号", "NJ-2023-001", "业主名称", "南京金陵饭店集团有限公司"),
                        List.of("报修人", "周敏", "联系电话", "13800000000"),
                        List.of("接报时间", "2025年9月26日 16:40", "报修方式", "来电"),
                        List.of("业主要求时间", "2025年9月28日 09:00", "维修部位", "3层走廊"),
                        List.of("类别", "装修(一般报修)", "是否公共区域", "是"),
                        List.of("保修项目及到期日", "装修,保修至 2025年10月15日"),
                        List.of("故障描述", "3层走廊吊顶开裂,长约1.2米,有掉落风险。\n业主要求避开营业时间施工。"),
                        List.of("任务要求/备注", "携带高空作业平台,公共区域设置围挡并安排专人引导。"),
                        List.of("响应期限", "2025年9月27日 16:40前", "启动期限", "2025年9月29日 24:00前(业主指定)"),
                        List.of("下单人", "王芳", "下单时间", "2025年9月26日 17:05"),
                        List.of("签收", "项目管理部\n签字:\n年   月   日", "物资部\n签字:\n年   月   日", "维修技术人员\n签字:\n年   月   日"));
        assertThat(FormReader.paragraphs(docx))
                .containsExactly("维修任务单", "单号:RWD-2025-000123\t案件编号:BX-2025-000045", "服务宗旨:" + TaskOrderData.MOTTO);
    }

    @Test
    void isAnA4PortraitPageWithHeaderAndPageNumbers() throws IOException {
        try (XWPFDocument docx = FormReader.open(document.write(Samples.taskOrder()))) {
            var size = docx.getDocument().getBody().getSectPr().getPgSz();
            assertThat(size.getW()).isEqualTo(BigInteger.valueOf(11906));
            assertThat(size.getH()).isEqualTo(BigInteger.valueOf(16838));
            assertThat(docx.getHeaderList().get(0).getText().strip()).isEqualTo("南京金陵饭店三期室内装饰工程\t单号:RWD-2025-000123");
            assertThat(docx.getFooterList().get(0).getText().strip()).isEqualTo("第 1 页 共 1 页");
            assertThat(docx.getFooterList().get(0)._getHdrFtr().xmlText()).contains("PAGE", "NUMPAGES");
        }
    }

    @Test
    void typedTextStaysPlainText() throws IOException {
        String description = "<b>漏水</b>\u0000\u0007 { HYPERLINK \"http://x\" }\uD83D\r\n第二行\u202E𠮷&amp;\uFFFF";

        byte[] docx = document.write(Samples.taskOrder(description, "138\u0000\n00"));

        List<List<String>> rows = FormReader.rows(docx);
        assertThat(rows.get(7).get(1)).isEqualTo("<b>漏水</b> { HYPERLINK \"http://x\" }\n第二行𠮷&amp;");
        assertThat(rows.get(2).get(3)).isEqualTo("138\n00");
        try (XWPFDocument opened = FormReader.open(docx)) {
            assertThat(opened.getDocument().xmlText()).doesNotContain("w:instrText", "w:hyperlink");
        }
    }

    @Test
    void theSameDataGivesTheSameBytes() {
        assertThat(document.write(Samples.taskOrder())).isEqualTo(document.write(Samples.taskOrder()));
    }
}
