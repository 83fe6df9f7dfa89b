package cn.aftercare.record;

import cn.aftercare.organisation.Actor;
import java.util.Set;

/** The people who come to the archive in the tests. */
public final class TestActors {

    public static final Actor NANJING_TECHNICIAN =
            new Actor("nanjing-technician", "陈强", false, Set.of("nanjing-technician"), Set.of("nanjing"));
    public static final Actor SUZHOU_TECHNICIAN =
            new Actor("suzhou-technician", "赵磊", false, Set.of("suzhou-technician"), Set.of("suzhou"));
    public static final Actor HQ_PMD = new Actor("hq-pmd", "孙莉", false, Set.of("hq-pmd"), Set.of("hq", "nanjing"));

    private TestActors() {}
}
