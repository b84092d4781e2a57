package io.github.fitbitproxy.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadTest {

    @TempDir
    Path folder;

    private static InputStream body() {
        return new ByteArrayInputStream(new byte[] {1, 2, 3});
    }

    @Test
    void makesTheDataDirectoryWhereNothingElseHasYet() throws Exception {
        Path file = new Upload(folder.resolve("data"), 10).receive(body(), -1);
        assertThat(file).hasBinaryContent(new byte[] {1, 2, 3});
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void saysWhyTheDataDirectoryCannotBeUsed() throws IOException {
        Path taken = Files.writeString(folder.resolve("data"), "a file");
        assertThatThrownBy(() -> new Upload(taken, 10).receive(body(), -1))
                .isInstanceOfSatisfying(Upload.RefusedException.class, refused -> {
                    assertThat(refused.problem().type()).isEqualTo("disk-full");
                    assertThat(refused.problem().detail()).contains(taken.toString(), "proxy.data-dir");
                });
    }

    @Test
    void leavesNothingOfABodyThatIsTooLarge() throws IOException {
        assertThatThrownBy(() -> new Upload(folder, 2).receive(body(), -1))
                .isInstanceOfSatisfying(
                        Upload.RefusedException.class,
                        refused -> assertThat(refused.problem().type()).isEqualTo("import-too-large"));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void leavesNothingOfABodyThatBreaksOff() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the client is gone");
            }
        };
        assertThatThrownBy(() -> new Upload(folder, 10).receive(broken, -1)).hasMessage("the client is gone");
        assertThat(folder).isEmptyDirectory();
    }
}
