package cn.aftercare.quality.app;

import cn.aftercare.organisation.app.Directory;
import cn.aftercare.platform.web.Times;
import cn.aftercare.project.Project;
import cn.aftercare.project.app.ProjectService;
import cn.aftercare.quality.Measure;
import cn.aftercare.quality.QualityAnswer;
import cn.aftercare.quality.QualityItem;
import cn.aftercare.quality.Verification;
import cn.aftercare.record.QualityRecordData;
import cn.aftercare.record.app.RecordArchive.Filing;
import org.springframework.stereotype.Component;

/** Puts together what stands on the record of an item. */
@Component
class QualityRecords {

    private final QualityItems items;
    private final ProjectService projects;
    private final Directory directory;

    QualityRecords(QualityItems items, ProjectService projects, Directory directory) {
        this.items = items;
        this.projects = projects;
        this.directory = directory;
    }

    QualityRecordData of(QualityItem item, Filing filing) {
        Project project = projects.find(item.projectCode()).orElseThrow();
        return new QualityRecordData(
                filing.recordNo(),
                item.itemNo(),
                project.name(),
                project.ownerName(),
                directory.unitName(item.unit()),
                item.source().label()
                        + (item.channel() == null ? "" : "(" + item.channel().label() + ")"),
                item.raisedAt(),
                item.byOwner() ? "业主 " + item.ownerName() : person(item.raisedBy()),
                item.content(),
                String.join("、", items.references(item.itemNo())),
                item.grade() == null ? "" : item.grade().label(),
                item.aspects().label(),
                item.analysis(),
                item.assessment(),
                items.answers(item.itemNo()).stream().map(this::answer).toList(),
                items.measures(item.itemNo()).stream().map(this::measure).toList(),
                items.verifications(item.itemNo()).stream()
                        .map(QualityRecords::verification)
                        .toList(),
                item.ending().label() + ":" + item.decision(),
                item.told().how().label() + " " + Times.minute(item.told().at())
                        + (item.told().note() == null ? "" : "," + item.told().note()),
                filing.createdAt());
    }

    private String answer(QualityAnswer a) {
        return "第" + a.roundNo() + "轮 " + a.route().label()
                + (a.reviewKind() == null ? "" : "(" + a.reviewKind().label() + ")") + ":" + a.answer() + "("
                + person(a.answeredBy()) + " " + Times.minute(a.answeredAt()) + ")";
    }

    private String measure(Measure m) {
        return m.kind().label() + ":" + m.content() + "(责任人 " + person(m.person()) + ",期限 " + m.dueOn() + ";完成 "
                + Times.minute(m.doneAt()) + ":" + m.result() + ")";
    }

    private static String verification(Verification v) {
        return "第" + v.roundNo() + "轮 " + (v.effective() ? "有效" : "无效") + ":" + v.finding() + "("
                + Times.minute(v.verifiedAt()) + ")";
    }

    private String person(String userId) {
        return userId.equals("system") ? "系统" : directory.displayName(userId);
    }
}
