package cn.aftercare.survey.app;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * {@code aftercare.survey}.
 *
 * @param linkDays how many times 24 hours an owner's link works, 1 to 365
 */
@ConfigurationProperties("aftercare.survey")
public record SurveySettings(@DefaultValue("14") int linkDays) {

    public SurveySettings {
        if (linkDays < 1 || linkDays > 365) {
            throw new IllegalStateException(
                    "aftercare.survey.link-days must be 1 to 365 (链接有效天数应为 1 至 365): " + linkDays);
        }
    }
}
