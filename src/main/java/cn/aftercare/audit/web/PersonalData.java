package cn.aftercare.audit.web;

import cn.aftercare.audit.AuditKind;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An address whose answer names an owner's people or their telephone numbers: who got it is written down. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface PersonalData {

    /** What it is called in the log, in Chinese; the variables of the path, or else the parameters, tell which one. */
    String value();

    AuditKind kind() default AuditKind.VIEW;
}
