package cn.aftercare.organisation.app;

import java.util.List;

/** Puts people into candidate groups and takes them out again. The caller has checked who may do so. */
public interface Memberships {

    /** The candidate groups of a person as they are at this moment, unlike those of the directory. */
    List<String> of(String userId);

    /** Nothing happens when the person is a member already. */
    void add(String userId, String group);

    /** Nothing happens when the person is no member. */
    void remove(String userId, String group);
}
