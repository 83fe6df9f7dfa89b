package cn.aftercare.search.app;

import cn.aftercare.search.Hit;
import cn.aftercare.search.SearchText;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one room can be searched for. */
public interface SearchSource {

    /**
     * At most so many, the likeliest first.
     *
     * @param units whose things may be found; null: all
     */
    List<Hit> find(SearchText text, @Nullable Set<String> units, int limit);
}
