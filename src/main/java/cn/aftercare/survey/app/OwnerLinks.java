package cn.aftercare.survey.app;

import cn.aftercare.problem.NotFoundException;
import cn.aftercare.survey.LinkState;
import cn.aftercare.survey.SurveyLink;
import cn.aftercare.survey.persistence.SurveyLinkRepository;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Makes the links owners answer through and knows them again; keeps only their fingerprints. */
@Component
class OwnerLinks {

    /** The same for every link that does not work, so that nobody learns which of them ever did. */
    static final String REFUSED = "此链接无效、已过期,或调查已经提交。";

    private static final int BYTES = 32;

    private final SurveyLinkRepository links;
    private final SurveySettings settings;
    private final String baseUrl;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    OwnerLinks(
            SurveyLinkRepository links,
            SurveySettings settings,
            @Value("${aftercare.base-url}") String baseUrl,
            Clock clock) {
        this.links = links;
        this.settings = settings;
        this.baseUrl = baseUrl.strip().replaceFirst("/+$", "");
        this.clock = clock;
    }

    /** A new link in place of every older one. The caller holds the survey's row. */
    SurveyLink make(String surveyNo, String by) {
        byte[] secret = new byte[BYTES];
        random.nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant now = clock.instant();
        Instant expiresAt = now.plus(Duration.ofDays(settings.linkDays()));
        links.revoke(surveyNo, now);
        links.insert(fingerprint(token), new LinkState(surveyNo, expiresAt, by, now, null, null));
        return new SurveyLink(surveyNo, token, baseUrl + "/survey/" + token, expiresAt);
    }

    /**
     * The survey a link leads to, at this moment.
     *
     * @throws NotFoundException unknown, altered, used, revoked or expired, always with the same words
     */
    String surveyOf(String token) {
        Instant now = clock.instant();
        return links.find(fingerprint(token))
                .filter(link -> link.valid(now))
                .map(LinkState::surveyNo)
                .orElseThrow(OwnerLinks::refused);
    }

    Optional<LinkState> latest(String surveyNo) {
        return links.latest(surveyNo);
    }

    void used(String token) {
        links.used(fingerprint(token), clock.instant());
    }

    void revoke(String surveyNo) {
        links.revoke(surveyNo, clock.instant());
    }

    static NotFoundException refused() {
        return new NotFoundException(REFUSED);
    }

    /** Of the text, not of the bytes it stands for: several texts can stand for the same bytes. */
    private static String fingerprint(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
