package cn.aftercare.repair.web;

import cn.aftercare.emergency.Emergency;
import cn.aftercare.platform.web.Times;
import cn.aftercare.repair.web.CasePage.Fact;
import cn.aftercare.repair.web.CasePage.Facts;
import cn.aftercare.repair.web.CasePage.Names;
import cn.aftercare.structural.RepairScheme;
import cn.aftercare.structural.SafetyMeasure;
import cn.aftercare.structural.StructuralCase;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was done about the danger of a case, as its page shows it; empty for what there is none of. */
record CaseDangers(List<Fact> emergency, List<Fact> structural, List<Measure> measures, List<Scheme> schemes) {

    record Measure(String at, String text, String by) {}

    record Scheme(int version, String title, String summary, String received, String verdict, String state) {}

    static CaseDangers of(
            @Nullable Emergency emergency,
            @Nullable StructuralCase structural,
            List<SafetyMeasure> measures,
            List<RepairScheme> schemes,
            Names names) {
        return new CaseDangers(
                emergency == null ? List.of() : emergency(emergency),
                structural == null ? List.of() : structural(structural),
                measures.stream()
                        .map(m -> new Measure(Times.minute(m.takenAt()), m.measure(), names.person(m.recordedBy())))
                        .toList(),
                schemes.stream().map(CaseDangers::scheme).toList());
    }

    /** Whether the section of structural safety has anything to show. */
    public boolean anyStructural() {
        return !structural.isEmpty() || !measures.isEmpty() || !schemes.isEmpty();
    }

    private static List<Fact> emergency(Emergency e) {
        Facts facts = new Facts();
        facts.add("派出时间", Times.minute(e.dispatchedAt()));
        facts.add("值班负责人", e.dutyPerson());
        facts.add("需要人数", e.neededCrew() == null ? null : e.neededCrew() + " 人");
        facts.add("抢修人员", e.crew());
        facts.add("从公司调用", e.borrowedCrew());
        facts.add("到场时间", Times.minute(e.arrivedAt()));
        facts.add("到场人员", e.arrivedCrew());
        facts.add("到场位置", e.whereabouts());
        facts.add("排险完成", Times.minute(e.safeAt()));
        facts.add("排险措施", e.measures());
        facts.add("抢修费用", e.makeSafeCost() == null ? null : e.makeSafeCost().toPlainString() + " 元");
        return facts.list;
    }

    private static List<Fact> structural(StructuralCase s) {
        Facts facts = new Facts();
        facts.add("报告函", s.report().letterNo());
        facts.add("报告时间", Times.minute(s.report().at()), label(s.report().channel()));
        facts.add("接收单位", s.report().recipient());
        facts.add("回执编号", s.report().receiptNo());
        facts.add("告知业主", Times.minute(s.ownerTold().at()), label(s.ownerTold().how()));
        facts.add("被告知人", s.ownerTold().whom(), s.ownerTold().note());
        facts.add(
                "原设计单位",
                s.designer().original(),
                s.designer().answer() == null ? null : s.designer().answer().label());
        facts.add("征询依据", s.designer().evidence());
        facts.add("方案单位", s.designer().engagedName(), s.designer().engagedName() == null ? null : "有资质单位");
        facts.add("资质等级", s.designer().engagedClass());
        facts.add("资质证书编号", s.designer().engagedCertificate());
        facts.add("备案编号", s.filing().no());
        facts.add("备案时间", Times.minute(s.filing().at()));
        facts.add("结案报告", s.filing().closingNo());
        facts.add("结案报送", Times.minute(s.filing().closingSubmittedAt()));
        facts.add("结案回执编号", s.filing().closingReceiptNo());
        return facts.list;
    }

    private static Scheme scheme(RepairScheme s) {
        String remarks = s.remarks() == null ? "" : ":" + s.remarks();
        return new Scheme(
                s.version(),
                s.title(),
                s.summary(),
                Times.minute(s.receivedAt()),
                s.accepted() == null ? "待审查" : (s.accepted() ? "通过 " : "退回 ") + Times.minute(s.decidedAt()) + remarks,
                s.accepted() == null ? "calm" : s.accepted() ? "good" : "late");
    }

    private static @Nullable String label(StructuralCase.@Nullable Channel channel) {
        return channel == null ? null : channel.label();
    }
}
