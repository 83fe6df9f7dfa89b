package cn.aftercare.platform.security;

import java.util.List;

/** A person who has proved who they are, with the memberships of this moment. */
record Login(String userId, List<String> groups, List<String> tenants) {}
