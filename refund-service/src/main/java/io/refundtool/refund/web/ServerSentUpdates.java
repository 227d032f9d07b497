package io.refundtool.refund.web;

import io.refundtool.refund.updates.Ending;
import io.refundtool.refund.updates.ListenerGoneException;
import io.refundtool.refund.updates.Positions;
import io.refundtool.refund.updates.UpdateStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/** Updates in the format of server-sent events. Updates have no event name, so that a browser's {@code onmessage} gets them. */
final class ServerSentUpdates implements UpdateStream {

    private static final long RECONNECT_MS = 1000;

    private final SseEmitter emitter;

    ServerSentUpdates(SseEmitter emitter) {
        this.emitter = emitter;
    }

    @Override
    public void update(Positions id, String json) throws ListenerGoneException {
        send(SseEmitter.event().id(id.text()).data(json, MediaType.APPLICATION_JSON));
    }

    /** An event without data is none for the listener, but its id is kept. */
    @Override
    public void quiet(Positions id) throws ListenerGoneException {
        send(SseEmitter.event().id(id.text()).reconnectTime(RECONNECT_MS).comment("nothing more just now"));
    }

    @Override
    public void gap() throws ListenerGoneException {
        send(SseEmitter.event()
                .name("gap")
                .data(
                        Map.of("detail", "Updates after the last event id are not kept any more"),
                        MediaType.APPLICATION_JSON));
    }

    @Override
    public void end(Optional<Ending> why) throws ListenerGoneException {
        if (why.isPresent()) {
            send(SseEmitter.event()
                    .name(why.get().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .data(Map.of("detail", why.get().sentence()), MediaType.APPLICATION_JSON));
        }
    }

    private void send(SseEventBuilder event) throws ListenerGoneException {
        try {
            emitter.send(event);
        } catch (IOException | IllegalStateException e) {
            throw new ListenerGoneException(e);
        }
    }
}
