package cn.aftercare.record;

import cn.aftercare.repair.Stage;

/** What records and files need to know of a repair case. */
public record CaseFacts(String caseNo, String projectCode, String unit, Stage stage) {}
