package io.refundtool.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

/** The broker's data directory, formatted as kafka-storage.sh would. */
final class LogDirectory {

    private static final String META_PROPERTIES = "meta.properties";
    private static final String CLEAN_SHUTDOWN = ".kafka_cleanshutdown";

    private LogDirectory() {}

    /** It has data, and the broker that wrote it was not stopped in order. */
    static boolean wasKilled(Path directory) {
        return Files.exists(directory.resolve(META_PROPERTIES)) && !Files.exists(directory.resolve(CLEAN_SHUTDOWN));
    }

    static void formatIfNew(Path directory) {
        if (Files.exists(directory.resolve(META_PROPERTIES))) {
            return;
        }
        try (PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8)) {
            Files.createDirectories(directory);
            formatter(directory).setPrintStream(silent).run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(
                    "Expected to format " + directory + " for a Kafka broker, but it failed", e);
        }
    }

    private static Formatter formatter(Path directory) {
        return new Formatter()
                .setClusterId(Uuid.randomUuid().toString())
                .setNodeId(BrokerConfiguration.NODE_ID)
                .setSupportedFeatures(Feature.PRODUCTION_FEATURES)
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setUnstableFeatureVersionsEnabled(false)
                .setIgnoreFormatted(false)
                .setControllerListenerName(BrokerConfiguration.CONTROLLER_LISTENER)
                .setMetadataLogDirectory(directory.toString())
                .addDirectory(directory.toString());
    }
}
