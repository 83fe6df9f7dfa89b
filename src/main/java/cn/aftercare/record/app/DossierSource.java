package cn.aftercare.record.app;

import cn.aftercare.record.Dossier;
import java.util.List;
import java.util.Optional;

/** Finds the dossiers of one kind by number; the room of that kind provides it. */
public interface DossierSource {

    Optional<Dossier> find(String number);

    /** All of a project. */
    List<Dossier> ofProject(String projectCode);

    /** Reads the dossier and holds its row until the transaction ends, so that uploads to one dossier queue up. */
    Optional<Dossier> lock(String number);
}
