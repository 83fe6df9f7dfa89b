package cn.aftercare.survey;

import java.math.BigDecimal;

/** The ten factors of 《项目满意度调查记录表》 in the order of the form; their weights add up to 1.00. */
public enum SurveyFactor {
    COMMUNICATION("项目人员与业主/总包的沟通", "0.10"),
    QUALITY("项目施工质量", "0.20"),
    ATTITUDE("项目人员工作态度", "0.10"),
    PROBLEM_SOLVING("项目人员处理问题的能力", "0.05"),
    PREPARATION("项目施工准备和各项方案的制定", "0.05"),
    SCHEDULE("项目工期", "0.10"),
    SAFETY("项目安全管理", "0.10"),
    CIVILISED_SITE("项目文明施工", "0.10"),
    ENVIRONMENT("项目的环境保护", "0.10"),
    COORDINATION("项目与周边的协调工作", "0.10");

    private final String label;
    private final BigDecimal weight;

    SurveyFactor(String label, String weight) {
        this.label = label;
        this.weight = new BigDecimal(weight);
    }

    public String label() {
        return label;
    }

    public BigDecimal weight() {
        return weight;
    }
}
