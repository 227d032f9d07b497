package io.refundtool.refund;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.refund.streams.ArchiveSettings;
import io.refundtool.refund.streams.DeadlineSettings;
import io.refundtool.refund.streams.RefundStreams;
import io.refundtool.refund.streams.StreamsSettings;
import java.nio.file.Path;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** The topology with its usual settings before it is started, which needs no broker. */
public final class UnstartedStreams {

    private UnstartedStreams() {}

    /** To be stopped by the caller. */
    public static RefundStreams create(Path stateDir) {
        Binder settings = new Binder(new MapConfigurationPropertySource(Map.of(
                "refundtool.streams.state-dir",
                stateDir.toString(),
                "refundtool.streams.application-server",
                "localhost:1")));
        return new RefundStreams(
                new KafkaSettings("localhost:1", (short) 1),
                settings.bindOrCreate("refundtool.streams", StreamsSettings.class),
                settings.bindOrCreate("refundtool.deadlines", DeadlineSettings.class),
                settings.bindOrCreate("refundtool.archive", ArchiveSettings.class),
                new SimpleMeterRegistry());
    }
}
