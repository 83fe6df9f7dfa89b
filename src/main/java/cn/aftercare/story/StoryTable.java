package cn.aftercare.story;

/**
 * Where the stories of one kind of thing are kept: a table with {@code id, at, actor, title, detail} and the number of
 * what they are about.
 *
 * @param subject the column with that number
 */
public record StoryTable(String name, String subject) {}
