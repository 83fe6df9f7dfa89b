package cn.aftercare.project;

import java.time.LocalDate;
import java.util.List;

/** Projects for tests. */
public final class Projects {

    private Projects() {}

    public static Project accepted(LocalDate acceptedOn, WarrantyItem... items) {
        return new Project(
                "NJ-2023-001",
                "江宁办公楼装修工程",
                "江宁置业",
                "周敏",
                "13800000000",
                "南京市江宁区",
                "nanjing",
                ManagementMode.BRANCH_DIRECT,
                acceptedOn,
                "王明",
                null,
                null,
                null,
                Team.ledBy("王明"),
                List.of(items),
                Machine.standardSet(),
                List.of(),
                null);
    }
}
