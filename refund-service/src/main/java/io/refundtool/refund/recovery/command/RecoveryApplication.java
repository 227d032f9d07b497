package io.refundtool.refund.recovery.command;

import io.refundtool.messaging.KafkaSettings;
import io.refundtool.refund.streams.ArchiveSettings;
import io.refundtool.refund.streams.DeadlineSettings;
import io.refundtool.refund.streams.PartitionFold;
import io.refundtool.refund.streams.StreamsSettings;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Commands for a service that is stopped. They take the service's own settings ({@code --refundtool.…}, its file and
 * environment), so that what is made anew is what the service would have made.
 */
public final class RecoveryApplication {

    /** How a setting of the service begins; all else is the command's. */
    private static final List<String> SETTINGS = List.of("--refundtool.", "--spring.", "--logging.");

    /** What Spring reads of the service's configuration. */
    @EnableConfigurationProperties({
        KafkaSettings.class,
        StreamsSettings.class,
        DeadlineSettings.class,
        ArchiveSettings.class
    })
    static class Settings {}

    private RecoveryApplication() {}

    public static void main(String[] args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, args));
    }

    /** Runs a command and returns its exit code: 0 when all is as it should be, 1 when not, 2 when it was refused. */
    public static int run(PrintWriter out, PrintWriter err, String... args) {
        String[] command = Arrays.stream(args).filter(arg -> !isSetting(arg)).toArray(String[]::new);
        try (ConfigurableApplicationContext settings = settings(
                Arrays.stream(args).filter(RecoveryApplication::isSetting).toList())) {
            return RecoveryCommand.line(
                            settings.getBean(KafkaSettings.class),
                            settings.getBean(StreamsSettings.class),
                            new PartitionFold.Settings(
                                    settings.getBean(DeadlineSettings.class), settings.getBean(ArchiveSettings.class)))
                    .setOut(out)
                    .setErr(err)
                    .execute(command);
        }
    }

    private static boolean isSetting(String argument) {
        return SETTINGS.stream().anyMatch(argument::startsWith);
    }

    private static ConfigurableApplicationContext settings(List<String> given) {
        List<String> arguments = new ArrayList<>(List.of("--logging.level.root=warn"));
        arguments.addAll(given);
        return new SpringApplicationBuilder(Settings.class)
                .web(WebApplicationType.NONE)
                .bannerMode(Banner.Mode.OFF)
                .logStartupInfo(false)
                .properties("spring.config.name=refund-service")
                .run(arguments.toArray(String[]::new));
    }
}
