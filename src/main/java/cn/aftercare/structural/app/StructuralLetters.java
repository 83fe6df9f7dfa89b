package cn.aftercare.structural.app;

import cn.aftercare.organisation.app.Directory;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.record.RecordKind;
import cn.aftercare.record.app.RecordArchive;
import cn.aftercare.record.document.OfficialLetter;
import cn.aftercare.record.document.OfficialLetter.Letter;
import cn.aftercare.repair.RepairCase;
import cn.aftercare.structural.RepairScheme;
import cn.aftercare.structural.SafetyMeasure;
import cn.aftercare.structural.StructuralCase;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The two letters of a structural case: the report at its beginning and the closing report. */
@Component
class StructuralLetters {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy年M月d日 HH:mm").withZone(ZoneId.of("Asia/Shanghai"));
    private static final String NO_AUTHORITY = "工程质量安全监督机构(名称待填)";

    private final RecordArchive archive;
    private final OfficialLetter letters;
    private final ProjectService projects;
    private final Directory directory;

    StructuralLetters(RecordArchive archive, OfficialLetter letters, ProjectService projects, Directory directory) {
        this.archive = archive;
        this.letters = letters;
        this.projects = projects;
        this.directory = directory;
    }

    String report(RepairCase c, Instant classifiedAt) {
        Project p = projects.find(c.report().projectCode()).orElseThrow();
        List<String> text = new ArrayList<>(subject(c, p));
        text.add("发现与认定:" + MINUTE.format(c.report().receivedAt()) + "接到报告," + MINUTE.format(classifiedAt)
                + "认定涉及结构安全。");
        text.add("我公司已立即采取安全防范措施,并告知业主依法履行报告义务;保修方案由原设计单位或者具有相应资质等级的设计单位提出,方案通过后实施保修。");
        text.add("特此报告。");
        return file(RecordKind.STRUCTURAL_REPORT, c, p, authority(p), text);
    }

    String closing(RepairCase c, StructuralCase s, List<SafetyMeasure> measures, List<RepairScheme> schemes) {
        Project p = projects.find(c.report().projectCode()).orElseThrow();
        List<String> text = new ArrayList<>(subject(c, p));
        text.add("报告情况:" + time(s.report().at()) + "报告" + s.report().recipient() + ",回执编号"
                + s.report().receiptNo() + "。");
        measures.forEach(m -> text.add("安全措施:" + MINUTE.format(m.takenAt()) + "," + m.measure()));
        schemes.stream()
                .filter(scheme -> Boolean.TRUE.equals(scheme.accepted()))
                .reduce((a, b) -> b)
                .ifPresent(scheme ->
                        text.add("保修方案:《" + scheme.title() + "》," + s.designer().name()
                                + (s.designer().engagedCertificate() == null
                                        ? ""
                                        : "(" + s.designer().engagedClass() + ",证书编号"
                                                + s.designer().engagedCertificate() + ")")
                                + "提出," + time(scheme.decidedAt()) + "审查通过。"));
        text.add("维修已按方案完成并经业主验收合格,备案编号" + s.filing().no() + "。");
        text.add("特此报告结案。");
        return file(
                RecordKind.STRUCTURAL_CLOSING,
                c,
                p,
                Objects.requireNonNullElse(s.report().recipient(), authority(p)),
                text);
    }

    private static List<String> subject(RepairCase c, Project p) {
        return List.of(
                "工程名称:" + p.name() + "(" + p.code() + ")",
                "工程地点:" + p.address(),
                "业主单位:" + p.ownerName() + ",联系人" + p.ownerContact() + "," + p.ownerPhone(),
                "案件编号:" + c.caseNo(),
                "部位与现象:" + c.report().location() + "," + c.report().description());
    }

    private String file(RecordKind kind, RepairCase c, Project p, String to, List<String> text) {
        String from = directory.unitName(p.unit());
        return archive.archive(
                        kind,
                        c.caseNo(),
                        filing -> letters.write(
                                new Letter(kind.label(), filing.recordNo(), to, text, from, filing.createdAt())))
                .recordNo();
    }

    private static String authority(Project p) {
        return p.supervisionAuthority() == null ? NO_AUTHORITY : p.supervisionAuthority();
    }

    private static String time(Instant at) {
        return at == null ? "" : MINUTE.format(at);
    }
}
