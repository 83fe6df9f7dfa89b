package cn.aftercare.survey;

import java.time.Instant;

/**
 * The address at which an owner may answer once. It is a secret and known only now: what is kept cannot be turned back
 * into it.
 *
 * @param token 256 random bits, URL-safe
 * @param address the whole address, to be sent to the owner
 * @param expiresAt the first instant at which it no longer works
 */
public record SurveyLink(String surveyNo, String token, String address, Instant expiresAt) {

    @Override
    public String toString() {
        return "SurveyLink[" + surveyNo + ", until " + expiresAt + "]";
    }
}
