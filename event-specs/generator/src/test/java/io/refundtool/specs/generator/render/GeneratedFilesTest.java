package io.refundtool.specs.generator.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedFilesTest {

    @TempDir
    private Path directory;

    @Test
    void shouldTouchOnlyWhatDiffersAndDeleteWhatIsNoLongerGenerated() throws Exception {
        // given
        GeneratedFiles.write(directory, Map.of("a/Same.java", "same", "a/Changed.java", "old", "b/Gone.java", "gone"));
        FileTime longAgo = FileTime.from(Instant.EPOCH);
        Files.setLastModifiedTime(directory.resolve("a/Same.java"), longAgo);
        // when
        GeneratedFiles.write(directory, Map.of("a/Same.java", "same", "a/Changed.java", "new", "c/d/New.java", "new"));
        // then
        assertThat(Files.getLastModifiedTime(directory.resolve("a/Same.java"))).isEqualTo(longAgo);
        assertThat(directory.resolve("a/Changed.java")).hasContent("new");
        assertThat(directory.resolve("c/d/New.java")).hasContent("new");
        assertThat(directory.resolve("b/Gone.java")).doesNotExist();
    }
}
