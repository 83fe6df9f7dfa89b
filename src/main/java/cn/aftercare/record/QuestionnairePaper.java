package cn.aftercare.record;

/**
 * What is printed on a questionnaire before the owner fills it in (R-56..58).
 *
 * @param contact 联系方式: whom to reach at the owner's, and how
 * @param year the year it counts for
 * @param returnTo the unit that asks, by its Chinese name
 */
public record QuestionnairePaper(
        String surveyNo,
        int year,
        String projectName,
        String ownerName,
        String contact,
        String projectManager,
        String returnTo) {}
