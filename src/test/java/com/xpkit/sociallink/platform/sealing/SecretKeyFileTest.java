package com.xpkit.sociallink.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.platform.settings.InvalidSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SecretKeyFileTest {

    @TempDir Path temp;

    @Test
    void makesAKeyOf256Bits() {
        var key = SecretKeyFile.beside(Optional.of(temp)).readOrMake();

        assertThat(Base64.getUrlDecoder().decode(key)).hasSize(32);
    }

    @Test
    void keepsItsKeyOverRestarts() {
        var key = SecretKeyFile.beside(Optional.of(temp)).readOrMake();

        assertThat(SecretKeyFile.beside(Optional.of(temp)).readOrMake()).isEqualTo(key);
    }

    /** As a kill leaves it between the first byte and the name. */
    @Test
    void makesAKeyWhereADraftWasLeft() throws IOException {
        Files.writeString(temp.resolve("secret-key.new"), "half a k");

        var key = SecretKeyFile.beside(Optional.of(temp)).readOrMake();

        assertThat(Base64.getUrlDecoder().decode(key)).hasSize(32);
        assertThat(temp.resolve("secret-key.new")).doesNotExist();
    }

    @Test
    void makesTheDirectoryTooForTheDatabaseIsNotThereYet() {
        var directory = temp.resolve("a/b");

        SecretKeyFile.beside(Optional.of(directory)).readOrMake();

        assertThat(directory.resolve("secret-key")).isRegularFile();
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void letsNobodyElseReadIt() throws IOException {
        SecretKeyFile.beside(Optional.of(temp)).readOrMake();

        var permissions = Files.getPosixFilePermissions(temp.resolve("secret-key"));

        assertThat(PosixFilePermissions.toString(permissions)).isEqualTo("rw-------");
    }

    @Test
    void readsAKeyThatAnOperatorPutThere() throws IOException {
        Files.writeString(temp.resolve("secret-key"), "  an operator's own key \r\n");

        assertThat(SecretKeyFile.beside(Optional.of(temp)).readOrMake())
                .isEqualTo("an operator's own key");
    }

    @Test
    void makesAnotherEachTimeWithoutADirectory() {
        var file = SecretKeyFile.beside(Optional.empty());

        assertThat(file.readOrMake()).isNotEqualTo(file.readOrMake());
    }

    @Test
    void namesTheSettingWhenTheFileCannotBeUsed() throws IOException {
        var occupied = Files.writeString(temp.resolve("file"), "no directory");

        var file = SecretKeyFile.beside(Optional.of(occupied));

        assertThatThrownBy(file::readOrMake)
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith("The setting sociallink.secret-key is missing and ");
    }
}
