package io.refundtool.bus.publish;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.security.MessageDigest;

/**
 * Remembers which content the last events had that this instance got into the log, so that an id that comes again with
 * other content is most often refused where its producer sees it. That is a courtesy: another instance, or this one
 * after a restart, does not know. Readers detect every conflict.
 */
public final class KnownContents {

    /** Most ids that are remembered; some 250 bytes each. */
    public static final int MAX_IDS = 100_000;

    private final Cache<EventId, byte[]> digests;

    public KnownContents() {
        // On the caller's thread: upkeep takes less than handing it over.
        digests = Caffeine.newBuilder()
                .maximumSize(MAX_IDS)
                .executor(Runnable::run)
                .build();
    }

    boolean contradict(ValidEvent event) {
        byte[] known = digests.getIfPresent(event.id());
        return known != null && !MessageDigest.isEqual(known, event.digest());
    }

    /** To be told of what is acknowledged, and of nothing else. */
    void remember(ValidEvent event) {
        digests.put(event.id(), event.digest());
    }
}
