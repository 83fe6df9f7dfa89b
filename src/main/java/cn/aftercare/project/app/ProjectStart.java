package cn.aftercare.project.app;

/**
 * Something a person can start for a project.
 *
 * @param process key of the process
 * @param label what the button says, in Chinese
 */
public record ProjectStart(String process, String label) {}
