package cn.aftercare.platform.web;

import org.springframework.web.util.UriComponentsBuilder;

/** Addresses inside Tasklist, its own search narrowed to one case. */
public final class TasklistLinks {

    private TasklistLinks() {}

    public static String ofCase(String caseNo) {
        String search = "[{\"type\":\"processInstanceBusinessKey\",\"operator\":\"eq\",\"value\":\"" + caseNo
                + "\",\"name\":\"\"}]";
        return "/camunda/app/tasklist/default/#/?searchQuery="
                + UriComponentsBuilder.newInstance()
                        .queryParam("q", "{search}")
                        .encode()
                        .buildAndExpand(search)
                        .toUriString()
                        .substring("?q=".length());
    }

    /** The case's list with this task opened. */
    public static String ofTask(String caseNo, String taskId) {
        return ofCase(caseNo) + "&task=" + taskId;
    }
}
