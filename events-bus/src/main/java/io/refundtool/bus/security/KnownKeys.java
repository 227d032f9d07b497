package io.refundtool.bus.security;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keys from the settings. One without a key id, as PEM has none, fits a token whatever key id that names. */
final class KnownKeys implements JWKSource<SecurityContext> {

    private final List<JWK> keys;

    KnownKeys(List<JWK> keys) {
        this.keys = List.copyOf(keys);
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) {
        JWKMatcher asked = selector.getMatcher();
        JWKMatcher anyId = new JWKMatcher.Builder(asked).keyID(null).build();
        return keys.stream()
                .filter(key -> (key.getKeyID() == null ? anyId : asked).matches(key))
                .toList();
    }
}
