package cn.aftercare.platform.tasks;

import java.util.Set;

/** The expressions of the filters the program makes at its start, and no others, may stand in a filter. */
public final class FilterExpressions {

    public static final String ME = "${currentUser()}";
    public static final String MY_GROUPS = "${currentUserGroups()}";
    public static final String NOW = "${now()}";
    public static final String START_OF_DAY = "${dateTime().withTimeAtStartOfDay()}";

    /** A promise for the end of a day is due at 24:00, which is tomorrow's first instant; before is exclusive. */
    public static final String JUST_AFTER_MIDNIGHT = "${dateTime().withTimeAtStartOfDay().plusDays(1).plusSeconds(1)}";

    static final Set<String> ALL = Set.of(ME, MY_GROUPS, NOW, START_OF_DAY, JUST_AFTER_MIDNIGHT);

    private FilterExpressions() {}
}
