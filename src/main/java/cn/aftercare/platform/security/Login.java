package cn.aftercare.platform.security;

import java.util.List;

/**
 * A person who has proved who they are, with the memberships of this moment.
 *
 * @param passwordMark changes with the password; nobody can tell the password, or what is kept of it, from it
 */
record Login(String userId, List<String> groups, List<String> tenants, String passwordMark) {}
