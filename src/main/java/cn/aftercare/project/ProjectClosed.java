package cn.aftercare.project;

/** Published in the transaction that closes a project. */
public record ProjectClosed(String projectCode) {}
