package cn.aftercare.platform.form;

/** Supplies what a form shows and offers before anybody types: one bean per room. */
public interface FormData {

    /** Whether this bean knows the form of this id. */
    boolean knows(String formId);

    /**
     * What the form shows about its subject to the acting person, who may see it.
     *
     * @param subject what the form is about, as its key names it: a case number, a commitment id; empty for a start form
     */
    FormContent content(String formId, String subject);
}
