package cn.aftercare.record.document;

import static cn.aftercare.testing.Steps.at;
import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.record.SpotCheckRecordData;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpotCheckDocumentTest {

    private final SpotCheckDocument document = new SpotCheckDocument();

    @Test
    void everyFindingStandsThereWithItsRoundsAndWhoVerified() throws IOException {
        byte[] docx = document.write(data(List.of(new SpotCheckRecordData.Finding(
                1,
                "防水 · 较大",
                "3层卫生间",
                "墙面渗漏",
                at("2026-05-28T00:00:00+08:00"),
                List.of("第1次:打胶(陈国强),复查退回:仍渗漏", "第2次:重做防水(陈国强)"),
                "赵敏",
                at("2026-05-29T10:00:00+08:00")))));
        assertThat(FormReader.paragraphs(docx)).containsExactly("监督抽查记录", "编号:JCJL-2026-000001\t抽查编号:CC-2026-000007");
        assertThat(FormReader.rows(docx))
                .contains(
                        List.of("所属单位", "南京分公司", "抽查单位", "总部"),
                        List.of("检查时间", "2026年5月20日 09:00", "检查人员", "王强、赵敏"),
                        List.of("序号", "发现的问题", "整改情况", "复查合格"),
                        List.of(
                                "1",
                                "防水 · 较大\n3层卫生间:墙面渗漏\n整改期限:2026年5月27日 24:00前",
                                "第1次:打胶(陈国强),复查退回:仍渗漏\n第2次:重做防水(陈国强)",
                                "赵敏\n2026年5月29日"));
    }

    @Test
    void aCheckWithoutFindingsSaysSo() throws IOException {
        assertThat(FormReader.rows(document.write(data(List.of())))).contains(List.of("发现的问题", "未发现问题"));
    }

    private static SpotCheckRecordData data(List<SpotCheckRecordData.Finding> findings) {
        return new SpotCheckRecordData(
                "JCJL-2026-000001",
                "CC-2026-000007",
                "玄武大厦装修工程",
                "玄武置业有限公司",
                "南京市玄武区1号",
                "南京分公司",
                "总部",
                "防水专项",
                at("2026-05-20T09:00:00+08:00"),
                "王强、赵敏",
                "维保人员、保修资料",
                "抽看3间卫生间,1间渗漏",
                findings,
                at("2026-05-29T10:00:00+08:00"));
    }
}
