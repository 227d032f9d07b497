package io.refundtool.refund.web;

import io.refundtool.events.checks.WireEnum;
import org.springframework.stereotype.Component;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/** Answers name things as the events do: {@code money-refunded}, not {@code MONEY_REFUNDED}. */
@Component
final class WireNames extends SimpleModule {

    private static final long serialVersionUID = 1;

    WireNames() {
        addSerializer(WireEnum.class, new WireNameSerializer());
    }

    private static final class WireNameSerializer extends StdSerializer<WireEnum> {

        WireNameSerializer() {
            super(WireEnum.class);
        }

        @Override
        public void serialize(WireEnum value, JsonGenerator out, SerializationContext context) {
            out.writeString(value.wire());
        }
    }
}
