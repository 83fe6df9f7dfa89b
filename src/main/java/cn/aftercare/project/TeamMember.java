package cn.aftercare.project;

/** A technician of the warranty team; the phone may be null. */
public record TeamMember(String name, String phone) {}
