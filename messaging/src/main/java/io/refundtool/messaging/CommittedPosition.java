package io.refundtool.messaging;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.jspecify.annotations.Nullable;

/**
 * Where the database stood when an offset was committed to Kafka, in the metadata of that offset. The offset alone does
 * not tell, since what a reader does not ask for is passed without a word to the database.
 */
public final class CommittedPosition {

    private static final Pattern METADATA = Pattern.compile("db=([0-9]{1,18})");

    private CommittedPosition() {}

    static OffsetAndMetadata write(OffsetAndMetadata offset, long position) {
        return new OffsetAndMetadata(offset.offset(), offset.leaderEpoch(), "db=" + position);
    }

    /** Empty if nothing was committed, or without a position. */
    public static OptionalLong read(@Nullable OffsetAndMetadata committed) {
        if (committed == null) {
            return OptionalLong.empty();
        }
        Matcher matcher = METADATA.matcher(committed.metadata());
        return matcher.matches() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
    }
}
