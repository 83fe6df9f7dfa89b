package cn.aftercare.sheet;

/** A column of a sheet, found by its header; the columns of a sheet are an enum in the order they are written. */
public interface Column {

    String header();

    /** Whether the column must exist and every row must fill it. */
    boolean required();

    int maxLength();

    /** Whether a cell may hold a real date instead of text. */
    default boolean date() {
        return false;
    }
}
