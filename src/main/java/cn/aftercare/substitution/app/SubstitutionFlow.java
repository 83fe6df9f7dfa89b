package cn.aftercare.substitution.app;

import cn.aftercare.substitution.Substitution;

/** The engine's side of substitutions; who may do so was checked before. */
public interface SubstitutionFlow {

    void start(Substitution substitution);

    /** Before the leave began. */
    void withdraw(String number);

    void endEarly(String number);

    /** Hands the tasks assigned to who is away to the substitute, who is responsible now; the engine keeps both names. */
    int handOver(Substitution substitution);

    /** Hands those still open back. */
    int handBack(Substitution substitution);
}
