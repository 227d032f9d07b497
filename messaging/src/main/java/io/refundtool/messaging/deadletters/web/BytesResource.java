package io.refundtool.messaging.deadletters.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Bytes for people: as text if they are UTF-8, in base64 if not.
 *
 * @param size how many bytes there are
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record BytesResource(
        int size, @Nullable String text, @Nullable String base64) {

    static @Nullable BytesResource of(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            String text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return new BytesResource(bytes.length, text, null);
        } catch (CharacterCodingException e) {
            return new BytesResource(bytes.length, null, Base64.getEncoder().encodeToString(bytes));
        }
    }
}
