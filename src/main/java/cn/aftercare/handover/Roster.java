package cn.aftercare.handover;

import cn.aftercare.project.Machine;
import cn.aftercare.project.TeamMember;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Technicians and machines as people type them, one to a line. */
public final class Roster {

    private static final Pattern TECHNICIAN = Pattern.compile("(\\S{1,100})(?:\\s+([0-9+() -]{5,50}))?");
    private static final Pattern MACHINE = Pattern.compile("(\\S{1,100})\\s+(\\d{1,3})(?:\\s+(.{1,200}))?");

    private Roster() {}

    /** 赵师傅 13900000000; the phone may be missing. What is wrong goes to the problems. */
    public static List<TeamMember> technicians(String text, Consumer<String> problems) {
        List<TeamMember> found = new ArrayList<>();
        for (String line : lines(text)) {
            Matcher m = TECHNICIAN.matcher(line);
            if (!m.matches()) {
                problems.accept("“" + line + "”应为“姓名 电话”");
            } else if (found.stream().anyMatch(t -> t.name().equals(m.group(1)))) {
                problems.accept("“" + m.group(1) + "”重复");
            } else {
                found.add(new TeamMember(m.group(1), m.group(2)));
            }
        }
        return found;
    }

    public static String technicians(List<TeamMember> technicians) {
        return technicians.stream()
                .map(t -> t.phone() == null ? t.name() : t.name() + " " + t.phone())
                .collect(Collectors.joining("\n"));
    }

    /** 切割机 2 墙地面石材维修. What is wrong goes to the problems. */
    public static List<Machine> machines(String text, Consumer<String> problems) {
        List<Machine> found = new ArrayList<>();
        for (String line : lines(text)) {
            Matcher m = MACHINE.matcher(line);
            if (m.matches() && Integer.parseInt(m.group(2)) > 0) {
                found.add(new Machine(m.group(1), Integer.parseInt(m.group(2)), m.group(3) == null ? "" : m.group(3)));
            } else {
                problems.accept("“" + line + "”应为“名称 数量 用途”");
            }
        }
        return found;
    }

    public static String machines(List<Machine> machines) {
        return machines.stream()
                .map(m -> (m.name() + " " + m.quantity() + " " + m.purpose()).strip())
                .collect(Collectors.joining("\n"));
    }

    private static List<String> lines(String text) {
        return text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
}
