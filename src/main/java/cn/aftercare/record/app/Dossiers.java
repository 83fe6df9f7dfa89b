package cn.aftercare.record.app;

import cn.aftercare.record.Dossier;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Every dossier there is, whatever its kind; numbers of different kinds begin differently. */
@Component
public class Dossiers {

    private final List<DossierSource> sources;

    public Dossiers(List<DossierSource> sources) {
        this.sources = sources;
    }

    public Optional<Dossier> find(String number) {
        return sources.stream().flatMap(source -> source.find(number).stream()).findFirst();
    }

    List<Dossier> ofProject(String projectCode) {
        return sources.stream()
                .flatMap(source -> source.ofProject(projectCode).stream())
                .toList();
    }

    Optional<Dossier> lock(String number) {
        return sources.stream().flatMap(source -> source.lock(number).stream()).findFirst();
    }
}
