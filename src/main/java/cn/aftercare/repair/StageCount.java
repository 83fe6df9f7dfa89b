package cn.aftercare.repair;

/**
 * How many running cases of a unit stand at the stage.
 *
 * @param late of them with a hard promise past its deadline
 */
public record StageCount(String unit, Stage stage, long cases, long late) {}
