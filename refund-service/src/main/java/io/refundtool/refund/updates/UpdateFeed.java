package io.refundtool.refund.updates;

import io.refundtool.messaging.KafkaSettings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells every listener of this instance what happens to refunds, of all instances: updates of all are in one topic. One
 * reader serves all listeners; while nobody listens, nothing is read.
 */
final class UpdateFeed {

    private static final Logger LOG = LoggerFactory.getLogger(UpdateFeed.class);
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaSettings kafka;
    private final List<Subscription> joining = new ArrayList<>();
    private final List<Subscription> told = new ArrayList<>();
    private @Nullable Thread reader;
    private volatile @Nullable Positions position;

    UpdateFeed(KafkaSettings kafka) {
        this.kafka = kafka;
    }

    /** From now on it is told; {@link Subscription#begin} says from where on. */
    synchronized void add(Subscription subscription) {
        joining.add(subscription);
        if (reader == null) {
            reader = Thread.ofPlatform().daemon().name("refund-updates").start(this::read);
        }
    }

    synchronized void remove(Subscription subscription) {
        joining.remove(subscription);
        told.remove(subscription);
    }

    /** How far the topic was read and told; null while nobody listens. */
    @Nullable
    Positions position() {
        return position;
    }

    synchronized void endAll(Ending why) {
        joining.forEach(each -> each.end(why));
        told.forEach(each -> each.end(why));
        joining.clear();
        told.clear();
    }

    private void read() {
        try (UpdateLog log = UpdateLog.atEnd(kafka)) {
            position = log.position();
            while (isWanted()) {
                List<Told> updates = log.poll(POLL);
                tell(updates);
                position = log.position();
            }
        } catch (KafkaException e) {
            LOG.warn("The stream of updates ends: its reader failed", e);
            failed();
        }
    }

    private synchronized boolean isWanted() {
        Positions begin = position;
        if (begin != null) {
            joining.forEach(each -> each.begin().complete(begin));
        }
        told.addAll(joining);
        joining.clear();
        boolean wanted = !told.isEmpty();
        if (!wanted) {
            reader = null;
            position = null;
        }
        return wanted;
    }

    private synchronized void tell(List<Told> updates) {
        for (Told update : updates) {
            told.forEach(each -> each.tell(update));
        }
        told.removeIf(each -> each.ending().isPresent());
    }

    private synchronized void failed() {
        endAll(Ending.FAILED);
        reader = null;
        position = null;
    }
}
