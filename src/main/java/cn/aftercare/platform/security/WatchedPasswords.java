package cn.aftercare.platform.security;

import java.util.Date;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.BiPredicate;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * The engine's people, groups and units, with every check of a password written into the audit log: all ways in come by
 * here, and so they share one lock after wrong passwords. People are changed by administrators only.
 */
class WatchedPasswords implements SessionFactory {

    private final LoginJournal journal;

    WatchedPasswords(LoginJournal journal) {
        this.journal = journal;
    }

    @Override
    public Class<?> getSessionType() {
        return People.class;
    }

    @Override
    public Session openSession() {
        return new People();
    }

    /** Whether it is the person's password: here the one the engine keeps. */
    boolean matches(String password, UserEntity user, BiPredicate<String, UserEntity> kept) {
        return kept.test(password, user);
    }

    private final class People extends DbIdentityServiceProvider {

        @Override
        public boolean checkPassword(String userId, String password) {
            // No database looks for a NUL.
            UserEntity user = userId == null || userId.indexOf('\0') >= 0 ? null : findUserById(userId);
            if (user == null) {
                written(() -> journal.failed(userId == null ? "" : userId, "没有这个账号"));
                return false;
            }
            if (isUserLocked(user)) {
                String reason = forGood(user) ? "账号已锁定" : "账号暂时锁定";
                written(() -> journal.failed(userId, reason));
                return false;
            }
            boolean correct = super.checkPassword(userId, password);
            if (correct) {
                written(() -> journal.entered(userId));
            } else {
                boolean locked = forGood(user);
                written(() -> {
                    journal.failed(userId, "口令不正确");
                    if (locked) {
                        journal.locked(userId);
                    }
                });
            }
            return correct;
        }

        /** Once the attempt is counted: of two at the same moment one is not, and made again. */
        private static void written(Runnable entry) {
            Context.getCommandContext()
                    .getTransactionContext()
                    .addTransactionListener(TransactionState.COMMITTED, command -> entry.run());
        }

        @Override
        protected boolean matchPassword(String password, UserEntity user) {
            return matches(password, user, super::matchPassword);
        }

        @Override
        public IdentityOperationResult unlockUser(String userId) {
            IdentityOperationResult result = super.unlockUser(userId);
            if (IdentityOperationResult.OPERATION_UNLOCK.equals(result.getOperation())) {
                Authentication by = Context.getCommandContext().getAuthentication();
                written(() -> journal.unlocked(userId, by == null ? "system" : by.getUserId()));
            }
            return result;
        }

        /** The engine lets people do everything with themselves; of that only the new password is left to them. */
        @Override
        public IdentityOperationResult saveUser(User user) {
            if (bound() && !keepsProfile(user)) {
                throw notTheirs();
            }
            return super.saveUser(user);
        }

        @Override
        public IdentityOperationResult deleteUser(String userId) {
            if (bound()) {
                throw notTheirs();
            }
            return super.deleteUser(userId);
        }

        /** The application itself and administrators are not bound. */
        private static boolean bound() {
            CommandContext command = Context.getCommandContext();
            Authentication by = command.getAuthentication();
            return by != null
                    && by.getUserId() != null
                    && !command.getAuthorizationManager().isCamundaAdmin(by);
        }

        /** Whether nothing differs from what is kept but, perhaps, the password. */
        private boolean keepsProfile(User user) {
            UserEntity kept = findUserById(user.getId());
            return kept != null
                    && kept != user
                    && Objects.equals(kept.getFirstName(), user.getFirstName())
                    && Objects.equals(kept.getLastName(), user.getLastName())
                    && Objects.equals(kept.getEmail(), user.getEmail());
        }

        private static AuthorizationException notTheirs() {
            return new AuthorizationException("姓名、邮箱和账号由系统管理员维护;您自己只能修改口令");
        }

        /** An administrator waits the longest while, again and again: who else could unlock the last of them? */
        @Override
        protected void lockUser(UserEntity user) {
            if (user.getAttempts() + 1 >= maxAttempts() && administrator(user)) {
                user.setAttempts(maxAttempts() - 2);
            }
            super.lockUser(user);
        }

        @Override
        protected boolean isUserLocked(UserEntity user) {
            Date until = user.getLockExpirationTime();
            return forGood(user) || (until != null && until.after(ClockUtil.getCurrentTime()));
        }

        private boolean forGood(UserEntity user) {
            return user.getAttempts() >= maxAttempts() && !administrator(user);
        }

        private boolean administrator(UserEntity user) {
            CommandContext command = Context.getCommandContext();
            // Whoever asks may not see groups.
            return command.runWithoutAuthorization((Callable<Boolean>) () -> createGroupQuery(command)
                            .groupMember(user.getId())
                            .groupId(Groups.CAMUNDA_ADMIN)
                            .count()
                    > 0);
        }

        private static int maxAttempts() {
            return Context.getProcessEngineConfiguration().getLoginMaxAttempts();
        }
    }
}
