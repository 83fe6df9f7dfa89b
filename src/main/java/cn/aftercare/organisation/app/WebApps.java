package cn.aftercare.organisation.app;

/** Which of the webapps the acting person may open, for links that lead somewhere. */
public interface WebApps {

    boolean cockpit();
}
