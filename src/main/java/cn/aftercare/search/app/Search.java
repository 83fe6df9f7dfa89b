package cn.aftercare.search.app;

import cn.aftercare.organisation.app.CurrentActor;
import cn.aftercare.search.Hit;
import cn.aftercare.search.SearchText;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Finds projects and cases by number, name, owner or phone, and whatever else has a number by that, within what the acting
 * person may see.
 */
@Service
public class Search {

    private final List<SearchSource> sources;
    private final CurrentActor currentActor;

    Search(List<SearchSource> sources, CurrentActor currentActor) {
        this.sources = sources;
        this.currentActor = currentActor;
    }

    /** At most so many of each kind. */
    @Transactional(readOnly = true)
    public List<Hit> find(@Nullable String typed, int limit) {
        Set<String> units = currentActor.get().visibleUnits(null);
        if (units != null && units.isEmpty()) {
            return List.of();
        }
        return SearchText.of(typed)
                .map(text -> sources.stream()
                        .flatMap(source -> source.find(text, units, limit).stream())
                        .toList())
                .orElse(List.of());
    }
}
