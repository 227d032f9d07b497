package io.refundtool.bus.security;

import java.io.Serializable;
import java.security.Principal;
import java.util.Set;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;

/**
 * Who sent a request, proved by a token.
 *
 * @param name one to 128 printable ASCII characters without spaces, so it can stand in a log line and in a header
 * @param writers the systems that the caller speaks for, as {@code topics.yaml} names them; empty for one that only reads
 * @param limits how much it may send
 */
public record Caller(String name, Set<String> writers, CallerLimits limits)
        implements AuthenticatedPrincipal, Serializable {

    public Caller {
        writers = Set.copyOf(writers);
    }

    /**
     * The caller of a request.
     *
     * @param principal the {@code getUserPrincipal()} of a request to an endpoint that is not open
     */
    public static Caller of(Principal principal) {
        if (principal instanceof Authentication authentication
                && authentication.getPrincipal() instanceof Caller caller) {
            return caller;
        }
        throw new IllegalStateException("Expected a request whose caller is known, but nobody asked for its token");
    }

    @Override
    public String getName() {
        return name;
    }
}
