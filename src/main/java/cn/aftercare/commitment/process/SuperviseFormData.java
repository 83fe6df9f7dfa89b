package cn.aftercare.commitment.process;

import cn.aftercare.commitment.Commitment;
import cn.aftercare.commitment.app.CommitmentService;
import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.platform.form.FormContent;
import cn.aftercare.platform.form.FormData;
import cn.aftercare.platform.form.FormText;
import cn.aftercare.platform.form.FormTime;
import cn.aftercare.problem.NotFoundException;
import org.springframework.stereotype.Component;

/** What a supervisor has to know about the promise that was not kept. */
@Component
class SuperviseFormData implements FormData {

    private final CommitmentService commitments;
    private final CurrentActor actor;

    SuperviseFormData(CommitmentService commitments, CurrentActor actor) {
        this.commitments = commitments;
        this.actor = actor;
    }

    @Override
    public boolean knows(String formId) {
        return formId.equals("service-commitment-supervise");
    }

    @Override
    public FormContent content(String formId, String subject) {
        Commitment c = commitments
                .find(subject)
                .filter(found -> actor.get().maySee(found.unit()))
                .orElseThrow(() -> new NotFoundException("没有承诺 " + subject));
        return FormContent.summary(new FormText()
                .line("案件", c.caseNo())
                .line("项目", commitments.inCase(c.id()).subject().projectName())
                .line("承诺", c.label())
                .line("期限", FormTime.readable(c.dueAt()))
                .line("状态", c.status().label())
                .link("打开案件页面", "/cases/" + c.caseNo())
                .toString());
    }
}
