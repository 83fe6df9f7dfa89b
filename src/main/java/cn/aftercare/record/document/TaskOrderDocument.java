package cn.aftercare.record.document;

import static cn.aftercare.record.document.FormCell.label;
import static cn.aftercare.record.document.FormCell.signature;
import static cn.aftercare.record.document.FormCell.text;
import static cn.aftercare.record.document.FormCell.value;

import cn.aftercare.record.RecordKind;
import cn.aftercare.record.TaskOrderData;
import org.springframework.stereotype.Component;

/** Prints the repair task order 维修任务单 as a Word file, one A4 page unless the texts are long. */
@Component
public class TaskOrderDocument {

    private static final String DATE = "   年   月   日";

    public byte[] write(TaskOrderData data) {
        PaperForm form = new PaperForm(
                RecordKind.TASK_ORDER.label(), data.projectName(), "单号:" + data.orderNo(), data.orderedAt());
        form.numbers("单号:" + data.orderNo(), "案件编号:" + data.caseNo());
        form.row(PaperForm.LINE, label(2, "工程名称"), value(10, data.projectName()));
        pair(form, "工程编号", data.projectCode(), "业主名称", data.ownerName());
        pair(form, "报修人", data.reporterName(), "联系电话", data.reporterPhone());
        pair(
                form,
                "接报时间",
                Written.time(data.receivedAt()),
                "报修方式",
                data.channel().label());
        pair(
                form,
                "业主要求时间",
                data.requestedAt() == null ? "无" : Written.time(data.requestedAt()),
                "维修部位",
                data.location());
        pair(
                form,
                "类别",
                data.category().label() + "(" + data.caseKind().label() + ")",
                "是否公共区域",
                data.publicArea() ? "是" : "否");
        form.row(PaperForm.LINE, label(2, "保修项目及到期日"), value(10, warrantyItem(data)));
        form.row(1700, label(2, "故障描述"), text(10, data.description()));
        form.row(1400, label(2, "任务要求/备注"), text(10, data.note()));
        pair(form, "响应期限", Written.deadline(data.responseDue()), "启动期限", Written.deadline(data.startDue()));
        pair(form, "下单人", data.orderedBy(), "下单时间", Written.time(data.orderedAt()));
        form.wholeRow(
                1500,
                label(1, "签收"),
                signature(4, "项目管理部", 360, "签字:", DATE),
                signature(4, "物资部", 360, "签字:", DATE),
                signature(3, "维修技术人员", 360, "签字:", DATE));
        form.foot("服务宗旨:" + TaskOrderData.MOTTO);
        return form.bytes();
    }

    private static void pair(PaperForm form, String label1, String value1, String label2, String value2) {
        form.row(PaperForm.LINE, label(2, label1), value(4, value1), label(2, label2), value(4, value2));
    }

    private static String warrantyItem(TaskOrderData data) {
        String item = data.category().label();
        return data.itemEnd() == null
                ? item + ",未约定到期日"
                : item + ",保修至 " + Written.day(data.itemEnd()) + (data.itemEndProvisional() ? "(暂定)" : "");
    }
}
