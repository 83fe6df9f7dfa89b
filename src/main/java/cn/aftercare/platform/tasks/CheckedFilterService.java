package cn.aftercare.platform.tasks;

import java.util.List;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.impl.FilterServiceImpl;
import org.camunda.bpm.engine.impl.cmd.SaveFilterCmd;
import org.camunda.bpm.engine.query.Query;

/** A filter is saved, and narrowed by whoever opens it, with nothing in it that could run code. */
class CheckedFilterService extends FilterServiceImpl {

    @Override
    public Filter saveFilter(Filter filter) {
        return commandExecutor.execute(context -> {
            // Without a login it is the program itself.
            if (filter != null && context.getAuthentication() != null) {
                QueryExpressions.checkStored(filter.getQuery());
            }
            return new SaveFilterCmd(filter).execute(context);
        });
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> list(String filterId, Q narrower) {
        QueryExpressions.refuseAny(narrower);
        return super.list(filterId, narrower);
    }

    @Override
    public <T, Q extends Query<?, T>> List<T> listPage(String filterId, Q narrower, int first, int most) {
        QueryExpressions.refuseAny(narrower);
        return super.listPage(filterId, narrower, first, most);
    }

    @Override
    public <T, Q extends Query<?, T>> T singleResult(String filterId, Q narrower) {
        QueryExpressions.refuseAny(narrower);
        return super.singleResult(filterId, narrower);
    }

    @Override
    public Long count(String filterId, Query<?, ?> narrower) {
        QueryExpressions.refuseAny(narrower);
        return super.count(filterId, narrower);
    }
}
