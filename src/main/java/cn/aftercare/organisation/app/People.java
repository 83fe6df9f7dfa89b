package cn.aftercare.organisation.app;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The people of the engine, in the transaction of the caller, who has checked who may change them. */
public interface People {

    /**
     * Somebody with a login.
     *
     * @param mail empty: none that leads anywhere
     */
    record Account(String login, String name, String mail) {}

    /** Everybody, by login. */
    List<Account> all();

    /** Who is a member of which of these groups: the groups by login. */
    Map<String, Set<String>> memberships(Collection<String> groups);

    /** Whether the login is proved by a password of ours and not by the company's directory. */
    boolean passwordHere(String login);

    /**
     * Adds somebody with a random password.
     *
     * @return the password, which is kept nowhere in the clear
     */
    String create(Account account);

    /** Changes name and mail of somebody who is there. */
    void update(Account account);
}
