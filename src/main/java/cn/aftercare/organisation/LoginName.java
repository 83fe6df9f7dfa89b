package cn.aftercare.organisation;

import java.util.regex.Pattern;

/** What a person logs in with: as company directories have it, for instance {@code wang.haiyan}. */
public final class LoginName {

    /** What the engine takes for an id of a person. */
    public static final String REGEX = "[A-Za-z0-9][A-Za-z0-9._-]*";

    public static final Pattern PATTERN = Pattern.compile(REGEX);

    private static final int MAX_LENGTH = 64;

    /** What it is made of, in Chinese. */
    public static final String CHARACTERS = "字母、数字、点、下划线和连字符";

    /** The rule in Chinese, to be put after the name of a field. */
    public static final String RULE = "只能含" + CHARACTERS + ",以字母或数字开头";

    private LoginName() {}

    public static boolean isValid(String login) {
        return login.length() <= MAX_LENGTH && PATTERN.matcher(login).matches();
    }
}
