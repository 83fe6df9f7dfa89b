package cn.aftercare.record;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What stands on the record of a visit 《工程回访记录表》.
 *
 * @param recordNo {@code HFJL-…}
 * @param completedOn 竣工时间
 * @param responsible 回访负责人
 * @param interviewees department, position and name of those asked
 * @param situation 回访情况
 * @param found 需要解决的问题, one line each
 * @param result 处理结果
 * @param verifiedBy who verified for the project management department
 * @param createdAt when the record is drawn up
 */
public record RevisitRecordData(
        String recordNo,
        String visitNo,
        String projectName,
        String ownerName,
        LocalDate completedOn,
        String address,
        Instant visitedAt,
        String responsible,
        String interviewees,
        String situation,
        List<String> found,
        String result,
        String verifiedBy,
        Instant verifiedAt,
        Instant createdAt) {

    public RevisitRecordData {
        found = List.copyOf(found);
    }
}
