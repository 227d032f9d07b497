package io.refundtool.refund.streams;

import io.micrometer.core.instrument.MeterRegistry;
import io.refundtool.messaging.KafkaSettings;
import io.refundtool.messaging.LateStarted;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the topology with exactly-once v2. Its topics have to exist before it starts, see {@link RefundTopology#topics}.
 * An exception that reaches the top is a bug, unless it comes from outside and passes: the instance stops rather than skip a
 * record, and its health says so.
 */
public final class RefundStreams implements LateStarted {

    private static final Logger LOG = LoggerFactory.getLogger(RefundStreams.class);

    private final StreamsSettings settings;
    private final KafkaStreams streams;
    private final RestoreProgress restore;
    private volatile boolean running;

    public RefundStreams(
            KafkaSettings kafka,
            StreamsSettings settings,
            DeadlineSettings deadlines,
            ArchiveSettings archive,
            MeterRegistry meters) {
        this.settings = settings;
        this.streams = new KafkaStreams(
                RefundTopology.build(deadlines, archive, meters), StreamsProperties.of(kafka, settings));
        this.restore = new RestoreProgress(meters);
        streams.setUncaughtExceptionHandler(RefundStreams::judge);
        streams.setGlobalStateRestoreListener(restore);
        streams.setStandbyUpdateListener(restore);
    }

    /** For queries and metrics. */
    public KafkaStreams streams() {
        return streams;
    }

    /** How far stores are that are being restored. */
    public RestoreProgress restore() {
        return restore;
    }

    public StreamsSettings settings() {
        return settings;
    }

    @Override
    public void start() {
        streams.start();
        running = true;
    }

    @Override
    public void stop() {
        // Without leaving, the group waits a session's time-out before anybody, this instance too, gets the partitions.
        streams.close(CloseOptions.groupMembershipOperation(
                        settings.leaveOnStop()
                                ? CloseOptions.GroupMembershipOperation.LEAVE_GROUP
                                : CloseOptions.GroupMembershipOperation.REMAIN_IN_GROUP)
                .withTimeout(settings.closeTimeout()));
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private static StreamThreadExceptionResponse judge(Throwable failure) {
        if (Interruptions.passes(failure)) {
            LOG.warn("A stream thread is replaced: Kafka was away, or took it for dead", failure);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        LOG.error("The state machine stops: an exception that no rule expects", failure);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }
}
