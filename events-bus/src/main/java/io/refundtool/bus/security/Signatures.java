package io.refundtool.bus.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/** Checks who signed a token, and nothing of what it says. */
final class Signatures {

    private Signatures() {}

    /**
     * A decoder for tokens signed by these keys.
     *
     * @param algorithms by name; only those of public keys, since a gateway that can check by a shared secret could
     *     make tokens too
     */
    static JwtDecoder of(JWKSource<SecurityContext> keys, List<String> algorithms) {
        Set<SignatureAlgorithm> allowed =
                algorithms.stream().map(Signatures::algorithm).collect(Collectors.toUnmodifiableSet());
        if (allowed.isEmpty()) {
            throw new UnusableSecurityException(
                    "Expected refundtool.bus.security.algorithms to name at least one, but it names none");
        }
        NimbusJwtDecoder decoder = NimbusJwtDecoder.withJwkSource(keys)
                .jwsAlgorithms(names -> names.addAll(allowed))
                .build();
        decoder.setJwtValidator(_ -> OAuth2TokenValidatorResult.success());
        return decoder;
    }

    private static SignatureAlgorithm algorithm(String name) {
        SignatureAlgorithm algorithm = SignatureAlgorithm.from(name);
        if (algorithm == null) {
            throw new UnusableSecurityException(
                    "Expected refundtool.bus.security.algorithms to name algorithms of public keys, such as RS256 and"
                            + " ES256, but one is " + name);
        }
        return algorithm;
    }
}
