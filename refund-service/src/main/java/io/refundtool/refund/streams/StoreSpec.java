package io.refundtool.refund.streams;

import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/** A store: its name, which is that of its changelog too, and how its keys and values are written. */
record StoreSpec<K extends Comparable<K>, V>(String name, Serde<K> keys, Serde<V> values) {

    /** The store as the running service has it: on disk, with a changelog. */
    StoreBuilder<KeyValueStore<K, V>> builder() {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), keys, values);
    }

    MemoryStore<K, V> inMemory() {
        return new MemoryStore<>(this);
    }
}
