package io.refundtool.specs.generator.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** SHA-256 over the names and contents of all files of a directory; line ends count as \n, since git may change them. */
final class SpecDigest {

    private SpecDigest() {}

    static String of(Path directory) throws IOException {
        MessageDigest digest = sha256();
        for (String name : names(directory)) {
            String content = Files.readString(directory.resolve(name)).replace("\r\n", "\n");
            digest.update(
                    "%s\n%d\n%s".formatted(name, content.length(), content).getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static List<String> names(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            return paths.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString().replace('\\', '/'))
                    .sorted()
                    .toList();
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Expected every JDK to have SHA-256, but this one has not", e);
        }
    }
}
