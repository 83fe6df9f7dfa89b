package cn.aftercare.platform.guard;

import cn.aftercare.platform.model.ProcessContract;

/** Every process has its contract in the code, and every contract its process. */
final class ContractRule implements ModelRule {

    @Override
    public void check(ModelSet models, CodeFacts code, Findings findings) {
        for (ProcessModel p : models.processes()) {
            if (code.contract(p).isEmpty()) {
                findings.element(p, p.process(), "程序里没有这个流程的 ProcessContract");
            }
        }
        code.contracts().forEach((key, contract) -> {
            if (models.process(key).isEmpty()) {
                findings.file(key + ".bpmn", "文件不存在，而程序需要这个流程（" + nameOf(contract) + "）");
            }
        });
    }

    /** The class people have to open. */
    static String nameOf(ProcessContract contract) {
        String name = contract.getClass().getSimpleName();
        return name.isEmpty() ? "流程契约" : name;
    }
}
