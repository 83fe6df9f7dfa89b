package cn.aftercare.platform.guard;

/** One concern of the agreement between models and code. */
interface ModelRule {

    void check(ModelSet models, CodeFacts code, Findings findings);
}
