package cn.aftercare.platform.security;

import java.util.function.BiPredicate;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.identity.IdentityOperationResult;
import org.camunda.bpm.engine.impl.identity.db.DbIdentityServiceProvider;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.UserEntity;

/**
 * The engine's people, groups and units, with every check of a password written into the audit log: all ways in come by
 * here, and so they share one lock after wrong passwords.
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

        private boolean forGood(UserEntity user) {
            return user.getAttempts() >= Context.getProcessEngineConfiguration().getLoginMaxAttempts();
        }
    }
}
