package cn.aftercare.organisation;

/** Somebody with a login. */
public record Person(String id, String displayName) {}
