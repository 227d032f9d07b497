package io.refundtool.refund.streams;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * A store of objects, for a rebuild: nothing is written as bytes before the end, so a refund that changed five times is
 * written once.
 */
final class MemoryStore<K extends Comparable<K>, V> implements KeyValueStore<K, V> {

    private final StoreSpec<K, V> spec;
    private final NavigableMap<K, V> entries = new TreeMap<>();

    MemoryStore(StoreSpec<K, V> spec) {
        this.spec = spec;
    }

    void writeTo(PartitionFold.Entries out) {
        entries.forEach((key, value) -> out.accept(
                spec.name(),
                spec.keys().serializer().serialize(spec.name(), key),
                spec.values().serializer().serialize(spec.name(), value)));
    }

    @Override
    public @Nullable V get(K key) {
        return entries.get(key);
    }

    @Override
    public void put(K key, V value) {
        entries.put(key, value);
    }

    @Override
    public @Nullable V putIfAbsent(K key, V value) {
        return entries.putIfAbsent(key, value);
    }

    @Override
    public void putAll(List<KeyValue<K, V>> added) {
        added.forEach(entry -> entries.put(entry.key, entry.value));
    }

    @Override
    public @Nullable V delete(K key) {
        return entries.remove(key);
    }

    @Override
    public KeyValueIterator<K, V> range(@Nullable K from, @Nullable K to) {
        NavigableMap<K, V> tail = from == null ? entries : entries.tailMap(from, true);
        return new Snapshot<>(to == null ? tail : tail.headMap(to, true));
    }

    @Override
    public KeyValueIterator<K, V> all() {
        return new Snapshot<>(entries);
    }

    @Override
    public long approximateNumEntries() {
        return entries.size();
    }

    @Override
    public String name() {
        return spec.name();
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        throw new UnsupportedOperationException("Expected nobody to register a store that has no changelog");
    }

    @Override
    public void close() {
        entries.clear();
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return true;
    }

    /** What is there now: as with the store on disk, the entries may change while somebody reads them. */
    private static final class Snapshot<K, V> implements KeyValueIterator<K, V> {

        private final List<KeyValue<K, V>> entries;
        private final Iterator<KeyValue<K, V>> iterator;
        private int next;

        Snapshot(Map<K, V> range) {
            entries = new ArrayList<>();
            range.forEach((key, value) -> entries.add(KeyValue.pair(key, value)));
            iterator = entries.iterator();
        }

        @Override
        public boolean hasNext() {
            return iterator.hasNext();
        }

        @Override
        public KeyValue<K, V> next() {
            next++;
            return iterator.next();
        }

        @Override
        public K peekNextKey() {
            return entries.get(next).key;
        }

        @Override
        public void close() {
            // Nothing is held open.
        }
    }
}
