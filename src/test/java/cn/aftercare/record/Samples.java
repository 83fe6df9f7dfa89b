package cn.aftercare.record;

import cn.aftercare.commitment.CaseKind;
import cn.aftercare.project.DefectCategory;
import cn.aftercare.repair.Channel;
import cn.aftercare.repair.ChargeBasis;
import cn.aftercare.repair.Stage;
import cn.aftercare.survey.SurveyReply;
import cn.aftercare.survey.SurveySamples;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/** The case of the first worked example of the rules, as it would be printed. */
public final class Samples {

    private Samples() {}

    public static Instant at(String shanghai) {
        return OffsetDateTime.parse(shanghai + ":00+08:00").toInstant();
    }

    public static TaskOrderData taskOrder() {
        return taskOrder("3层走廊吊顶开裂,长约1.2米,有掉落风险。\n业主要求避开营业时间施工。", "13800000000");
    }

    public static TaskOrderData taskOrder(String description, String phone) {
        return new TaskOrderData(
                "RWD-2025-000123",
                "BX-2025-000045",
                "云锦酒店三期室内装饰工程",
                "NJ-2023-001",
                "江苏云锦酒店管理有限公司",
                "周敏",
                phone,
                at("2025-09-26T16:40"),
                Channel.PHONE,
                at("2025-09-28T09:00"),
                "3层走廊",
                description,
                CaseKind.ORDINARY,
                DefectCategory.DECORATION,
                LocalDate.of(2025, 10, 15),
                false,
                true,
                "携带高空作业平台,公共区域设置围挡并安排专人引导。",
                Deadline.at(at("2025-09-27T16:40")),
                new Deadline(at("2025-09-28T09:00"), false, true),
                "王芳",
                at("2025-09-26T17:05"));
    }

    public static WarrantyRecordData warrantyRecord() {
        return new WarrantyRecordData(
                "BXJL-2025-000124",
                "BX-2025-000045",
                "云锦酒店三期室内装饰工程",
                "江苏云锦酒店管理有限公司",
                "李建国",
                LocalDate.of(2023, 10, 15),
                LocalDate.of(2025, 10, 15),
                false,
                "3层走廊石膏板吊顶开裂维修:拆除开裂板材,加固龙骨,更换石膏板,批嵌并重涂乳胶漆。",
                List.of(
                        new WarrantyRecordData.Round(
                                2,
                                "重做接缝处理,整面重涂",
                                "陈强",
                                at("2025-09-29T15:30"),
                                true,
                                null,
                                true,
                                "周敏",
                                at("2025-09-29T17:00"),
                                "业主确认无色差"),
                        new WarrantyRecordData.Round(
                                1,
                                "更换石膏板三张,批嵌、涂刷",
                                "陈强",
                                at("2025-09-28T11:30"),
                                true,
                                "平整度符合要求",
                                false,
                                "周敏",
                                at("2025-09-28T14:00"),
                                "接缝处有色差,要求返工")),
                ChargeBasis.FREE,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                BigDecimal.ZERO,
                at("2025-09-29T17:10"));
    }

    /** The worked example of the rules, typed in from paper. */
    public static SurveyRecordData surveyRecord() {
        return new SurveyRecordData(
                "MYDJL-2025-000200",
                "MYD-2025-000031",
                "云锦酒店三期室内装饰工程",
                "江苏云锦酒店管理有限公司",
                "周敏 13800000000",
                "李建国",
                new SurveyReply(
                        SurveySamples.answers(80, 100, 80, 60, 80, 80, 30, 80, 80, 80),
                        "夜间施工噪声较大,\n请注意。",
                        "吴刚",
                        "025-86666666",
                        LocalDate.of(2025, 11, 20),
                        "云锦酒店工程部(章)"),
                "由王芳据纸质调查表录入",
                at("2025-11-21T09:30"));
    }

    public static RegisterRow registerRow(String caseNo, String reporter, String description, String materialFee) {
        return new RegisterRow(
                caseNo,
                at("2025-10-16T00:05"),
                "云锦酒店三期室内装饰工程",
                "江苏云锦酒店管理有限公司",
                reporter,
                "13800000000",
                Channel.PHONE,
                DefectCategory.DECORATION,
                "3层走廊",
                description,
                RegisterRow.Classification.MINOR,
                ChargeBasis.MATERIAL_ONLY,
                at("2025-10-16T08:30"),
                RegisterRow.Punctuality.ON_TIME,
                at("2025-10-20T09:00"),
                RegisterRow.Punctuality.LATE,
                null,
                RegisterRow.Punctuality.OPEN,
                null,
                new BigDecimal(materialFee),
                new BigDecimal("0.00"),
                new BigDecimal("0.00"),
                Stage.WORKING,
                "李建国");
    }
}
