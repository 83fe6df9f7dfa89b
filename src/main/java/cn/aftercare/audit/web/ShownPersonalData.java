package cn.aftercare.audit.web;

import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

/**
 * For a page that is also the answer to a form, refused or not: what builds the page says that it shows
 * {@link PersonalData}, so that no method or status of an answer is forgotten.
 */
public final class ShownPersonalData {

    static final String ATTRIBUTE = ShownPersonalData.class.getName();

    private ShownPersonalData() {}

    /** @param what what it is called in the log, as in {@link PersonalData#value()} */
    public static void mark(String what) {
        RequestContextHolder.currentRequestAttributes().setAttribute(ATTRIBUTE, what, RequestAttributes.SCOPE_REQUEST);
    }
}
