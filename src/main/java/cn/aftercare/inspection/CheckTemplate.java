package cn.aftercare.inspection;

import cn.aftercare.project.ManagementMode;
import java.util.List;

/** What is looked at on every project, data of decision {@code inspection-checklist}. */
public interface CheckTemplate {

    /** In the order of the table; none of them checked. */
    List<CheckItem> items(ManagementMode mode);
}
