package com.xpkit.sociallink.platform.h2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class H2AddressTest {

    @ParameterizedTest
    @CsvSource({
        "jdbc:h2:file:./data/link;WRITE_DELAY=0, jdbc:h2:forced:./data/link;WRITE_DELAY=0",
        "jdbc:h2:/var/lib/link, jdbc:h2:forced:/var/lib/link",
        "jdbc:h2:~/link, jdbc:h2:forced:~/link",
        "jdbc:h2:C:/link, jdbc:h2:forced:C:/link"
    })
    void forcesTheWritesOfAFile(String url, String forced) {
        assertThat(new H2Address(url).forced()).isEqualTo(forced);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:mem:x",
                "jdbc:h2:nio:./x",
                "jdbc:h2:tcp://db/x",
                "jdbc:h2:ssl://db/x",
                "jdbc:h2:forced:./x",
                "jdbc:h2:split:./x"
            })
    void keepsAnotherFileSystem(String url) {
        assertThat(new H2Address(url).forced()).isEqualTo(url);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jdbc:h2:file:/var/lib/link;WRITE_DELAY=0",
                "jdbc:h2:/var/lib/link",
                "jdbc:h2:nio:/var/lib/link",
                "jdbc:h2:forced:/var/lib/link;MODE=PostgreSQL;X=/a/b"
            })
    void namesTheFile(String url) {
        assertThat(new H2Address(url).file()).contains(Path.of("/var/lib/link.mv.db"));
    }

    @Test
    void hasNoFileWhereItIsNotAFileOfThisProcess() {
        assertThat(new H2Address("jdbc:h2:mem:x").file()).isEmpty();
        assertThat(new H2Address("jdbc:h2:tcp://db/~/x").file()).isEmpty();
    }
}
