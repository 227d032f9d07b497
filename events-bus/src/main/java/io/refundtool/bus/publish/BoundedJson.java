package io.refundtool.bus.publish;

import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** JSON as the gateway takes it from outside: within {@link BatchLimits}, in UTF-8, every property once. */
public final class BoundedJson {

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(BatchLimits.MAX_NESTING_DEPTH)
                            .maxTokenCount(BatchLimits.MAX_TOKENS)
                            .maxNumberLength(BatchLimits.MAX_NUMBER_LENGTH)
                            .maxStringLength(BatchLimits.MAX_EVENT_BYTES)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    // RFC 8259: UTF-8 and nothing else; byte offsets exist for it only
                    .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
                    .build())
            .build();

    private BoundedJson() {}

    /** A parser before the first token; its offsets count from the start of the body. */
    public static JsonParser parser(Body body) {
        return JSON.createParser(body.bytes(), body.start(), body.end() - body.start());
    }
}
