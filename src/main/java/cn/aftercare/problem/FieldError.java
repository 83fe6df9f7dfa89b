package cn.aftercare.problem;

/** One thing wrong with an input: the field's public name and a Chinese sentence saying what is wrong. */
public record FieldError(String field, String message) {}
