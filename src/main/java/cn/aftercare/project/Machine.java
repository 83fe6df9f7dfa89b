package cn.aftercare.project;

import java.util.List;

/** Repair machines kept ready for a project. */
public record Machine(String name, int quantity, String purpose) {

    /** The list of the service document. */
    public static List<Machine> standardSet() {
        return List.of(
                new Machine("切割机", 2, "墙地面石材维修"),
                new Machine("空压机", 1, "乳胶漆维修"),
                new Machine("磨光机", 1, "墙地面瓷砖维修"),
                new Machine("电动螺丝枪", 1, "吊顶维修"),
                new Machine("胶枪", 2, "打胶"),
                new Machine("干粉灭火器", 4, "安全防范"));
    }
}
