package cn.aftercare.platform.guard;

import cn.aftercare.platform.form.LastingVariables;
import cn.aftercare.platform.model.ProcessContract;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Those its contract declares. */
@Component
class ContractVariables implements LastingVariables {

    /** Read from the classes when the first process is started by a form. */
    private final SingletonSupplier<Map<String, ProcessContract>> contracts =
            SingletonSupplier.of(CodeScanner::contracts);

    @Override
    public Set<String> of(String processKey) {
        ProcessContract contract = contracts.obtain().get(processKey);
        return contract == null ? Set.of() : contract.variables();
    }
}
