package cn.aftercare.project;

/** The project was handed over to its owner, and its warranty file opened. */
public record ProjectHandedOver(String projectCode) {}
