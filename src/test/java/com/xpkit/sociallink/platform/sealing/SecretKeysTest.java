package com.xpkit.sociallink.platform.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.platform.settings.InvalidSetting;
import com.xpkit.sociallink.platform.settings.SettingsMother;
import com.xpkit.sociallink.platform.storage.Database;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretKeysTest {

    private static final String OLD = "o".repeat(32);
    private static final String NEW = "n".repeat(40);

    @TempDir Path directory;

    @Test
    void keepsTheOrderNewestFirst() {
        assertThat(new SecretKeys(NEW + " , " + OLD).newestFirst()).containsExactly(NEW, OLD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"short-secret", "short-secret,", ","})
    void namesAKeyThatIsTooShortWithoutShowingIt(String text) {
        assertThatThrownBy(() -> new SecretKeys(text))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("sociallink.secret-key")
                .hasMessageNotContaining("short-secret");
    }

    @Test
    void refusesAShortKeyNextToALongOne() {
        assertThatThrownBy(() -> new SecretKeys(NEW + ",short"))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageContaining("at least 32 characters");
    }

    @Test
    void takesTheOneThatIsSet() {
        assertThat(on("jdbc:postgresql://db/x", NEW).newestFirst()).containsExactly(NEW);
    }

    @Test
    void makesOneForAnH2FileAndFindsItAgain() {
        var url = "jdbc:h2:file:" + directory.resolve("db");

        var made = on(url, "").newestFirst();

        assertThat(made).hasSize(1);
        assertThat(on(url, "").newestFirst()).isEqualTo(made);
        assertThat(directory.resolve("secret-key")).hasContent(made.get(0) + "\n");
    }

    @Test
    void makesOneForADatabaseInMemory() {
        assertThat(on("jdbc:h2:mem:x", "").newestFirst()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:postgresql://db/x", "jdbc:h2:tcp://db/x", "jdbc:h2:ssl://db/x"})
    void makesNoneForADatabaseThatOthersMayShare(String url) {
        assertThatThrownBy(() -> on(url, ""))
                .isInstanceOf(InvalidSetting.class)
                .hasMessageStartingWith("The setting sociallink.secret-key is missing");
    }

    private static SecretKeys on(String url, String key) {
        var settings = SettingsMother.with("sociallink.secret-key", key);
        return new SecretKeys(settings, new Database(url));
    }
}
