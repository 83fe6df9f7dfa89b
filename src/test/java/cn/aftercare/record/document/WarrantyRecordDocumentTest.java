package cn.aftercare.record.document;

import static org.assertj.core.api.Assertions.assertThat;

import cn.aftercare.record.Samples;
import cn.aftercare.record.WarrantyRecordData;
import cn.aftercare.repair.ChargeBasis;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarrantyRecordDocumentTest {

    private final WarrantyRecordDocument document = new WarrantyRecordDocument();

    @Test
    void printsTheDocumentsFieldsAndEveryRoundInOrder() throws IOException {
        byte[] docx = document.write(Samples.warrantyRecord());

        assertThat(FormReader.rows(docx))
                .containsExactly(
                        List.of("项目名称", "南京金陵饭店三期室内装饰工程"),
                        List.of("业主名称", "南京金陵饭店集团有限公司"),
                        List.of("保修负责人", "李建国", "保修起止日期", "2023年10月15日 至 2025年10月15日"),
                        List.of("保修内容", "3层走廊石膏板吊顶开裂维修:拆除开裂板材,加固龙骨,更换石膏板,批嵌并重涂乳胶漆。"),
                        List.of("第1次维修验收", "完成工作", "更换石膏板三张,批嵌、涂刷"),
                        List.of("", "负责人", "陈强", "完成日期", "2025年9月28日"),
                        List.of("", "自检情况", "合格。平整度符合要求"),
                        List.of("", "验收结果", "验收不合格"),
                        List.of("", "业主代表", "周敏", "验收日期", "2025年9月28日"),
                        List.of("", "备注", "接缝处有色差,要求返工"),
                        List.of("第2次维修验收\n返工(公司承担费用)", "完成工作", "重做接缝处理,整面重涂"),
                        List.of("", "负责人", "陈强", "完成日期", "2025年9月29日"),
                        List.of("", "自检情况", "合格"),
                        List.of("", "验收结果", "验收合格"),
                        List.of("", "业主代表", "周敏", "验收日期", "2025年9月29日"),
                        List.of("", "备注", "业主确认无色差"),
                        List.of("收费情况(元)", "收费依据", "材料费", "人工费", "管理费", "合计"),
                        List.of("", "无偿", "0.00", "0.00", "0.00", "0.00"),
                        List.of("保修完成情况", "第2次维修已完成,负责人:陈强\n负责人(签字):\n日期:2025年9月29日"),
                        List.of("业主验收", "验收合格(第2次)。业主代表:周敏\n代表签名或盖公章:\n日期:2025年9月29日"));
        assertThat(FormReader.paragraphs(docx))
                .containsExactly("工程保修记录表", "编号:BXJL-2025-000124  案件编号:BX-2025-000045\t存档:项目管理部");
    }

    @Test
    void anUnfinishedRepairLeavesItsFieldsForThePen() throws IOException {
        WarrantyRecordData full = Samples.warrantyRecord();
        WarrantyRecordData data = new WarrantyRecordData(
                full.recordNo(),
                full.caseNo(),
                full.projectName(),
                full.ownerName(),
                null,
                full.warrantyFrom(),
                full.warrantyTo(),
                true,
                null,
                List.of(),
                ChargeBasis.MATERIAL_ONLY,
                new BigDecimal("1860.005"),
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                full.createdAt());

        List<List<String>> rows = FormReader.rows(document.write(data));

        assertThat(rows.get(2)).containsExactly("保修负责人", "", "保修起止日期", "2023年10月15日 至 2025年10月15日(暂定)");
        assertThat(rows.get(5)).containsExactly("", "过保(材料费)", "1,860.01", "0.00", "0.00", "1,860.01");
        assertThat(rows.get(6)).containsExactly("保修完成情况", "负责人(签字):\n日期:      年   月   日");
        assertThat(rows.get(7)).containsExactly("业主验收", "代表签名或盖公章:\n日期:      年   月   日");
    }
}
