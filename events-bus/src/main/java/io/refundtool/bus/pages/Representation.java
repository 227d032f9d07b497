package io.refundtool.bus.pages;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.HttpMediaTypeNotAcceptableException;

/** The two forms of an answer at the same URL: JSON for programs, a page for people (RFC 9110, 12.5.1). */
enum Representation {
    JSON(MediaType.APPLICATION_JSON, "schema+json"),
    PAGE(MediaType.TEXT_HTML, "xhtml+xml");

    @SuppressWarnings("ImmutableEnumChecker") // has no setter
    private final MediaType type;

    /** What counts as the same where a request names it. */
    private final String otherSubtype;

    Representation(MediaType type, String otherSubtype) {
        this.type = type;
        this.otherSubtype = otherSubtype;
    }

    /**
     * The form that a request prefers. JSON, where it prefers none or its header cannot be read.
     *
     * @param accept the header {@code Accept}, which may be missing
     * @throws HttpMediaTypeNotAcceptableException where it takes neither
     */
    static Representation preferredBy(@Nullable String accept) throws HttpMediaTypeNotAcceptableException {
        if (accept == null || accept.isBlank()) {
            return JSON;
        }
        try {
            List<MediaType> ranges = MediaType.parseMediaTypes(accept);
            double json = JSON.quality(ranges);
            double page = PAGE.quality(ranges);
            if (json <= 0 && page <= 0) {
                throw new HttpMediaTypeNotAcceptableException(List.of(MediaType.APPLICATION_JSON, MediaType.TEXT_HTML));
            }
            return page > json ? PAGE : JSON;
        } catch (InvalidMediaTypeException e) {
            return JSON;
        }
    }

    private double quality(List<MediaType> ranges) {
        double own = ranges.stream()
                .filter(range -> range.includes(type))
                .max(Comparator.comparing((MediaType range) -> !range.isWildcardType())
                        .thenComparing(range -> !range.isWildcardSubtype()))
                .map(MediaType::getQualityValue)
                .orElse(0.0);
        return ranges.stream()
                .filter(range -> range.getSubtype().equals(otherSubtype))
                .mapToDouble(MediaType::getQualityValue)
                .reduce(own, Math::max);
    }
}
