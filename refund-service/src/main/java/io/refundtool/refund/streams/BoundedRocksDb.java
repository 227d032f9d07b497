package io.refundtool.refund.streams;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.CompressionType;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.WriteBufferManager;

/**
 * Bounds what all stores of the process take outside of the heap together: blocks that were read, their indexes and filters,
 * and what was written and is not on disk yet. Without it every store of every partition would take its own, some 100 MB each.
 *
 * <p>Kafka Streams makes one of these for each store, so what they share is the process's; the first to come says how much.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {

    /** The setting that says how many bytes. */
    static final String MEMORY_BYTES = "refundtool.store.memory.bytes";

    /** Of all memory, what may be written and not on disk yet. */
    private static final int WRITE_BUFFER_SHARE = 3;

    /** Small, since most stores are written a little at a time: six stores of six partitions share the memory. */
    private static final long WRITE_BUFFER_BYTES = 8L * 1024 * 1024;

    /** Larger than the usual 4 KB: less index for a million orders. */
    private static final long BLOCK_BYTES = 16L * 1024;

    private static @Nullable Shared shared;

    private record Shared(Cache cache, WriteBufferManager writeBuffers) {}

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        Shared memory = shared(Long.parseLong(String.valueOf(configs.get(MEMORY_BYTES))));
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(memory.cache());
        table.setBlockSize(BLOCK_BYTES);
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setTableFormatConfig(table);
        // Events are JSON: it takes a fraction of the disk, and of the file cache.
        options.setCompressionType(CompressionType.LZ4_COMPRESSION);
        options.setWriteBufferManager(memory.writeBuffers());
        options.setWriteBufferSize(WRITE_BUFFER_BYTES);
    }

    /** What is shared lives as long as the process. */
    @Override
    public void close(String storeName, Options options) {}

    private static synchronized Shared shared(long bytes) {
        Shared known = shared;
        if (known == null) {
            Cache cache = new LRUCache(bytes, -1, false, 0.1);
            known = new Shared(cache, new WriteBufferManager(bytes / WRITE_BUFFER_SHARE, cache));
            shared = known;
        }
        return known;
    }
}
