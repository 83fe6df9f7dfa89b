package cn.aftercare.commitment;

import java.util.List;

/** What is promised from an anchor on (DMN {@code commitment-policy}). */
public interface CommitmentPolicy {

    List<Promise> promises(Anchor anchor, CaseFacts facts);
}
