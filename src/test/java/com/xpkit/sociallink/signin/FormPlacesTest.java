package com.xpkit.sociallink.signin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.platform.http.BodySettings;
import com.xpkit.sociallink.platform.http.BodyTooLarge;
import com.xpkit.sociallink.platform.settings.SettingsMother;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FormPlacesTest {

    private static final byte[] FORM = "client_id=a".getBytes(UTF_8);

    private final FormPlaces places = new FormPlaces();

    @BeforeEach
    void open() {
        places.limits = new FormSettings(SettingsMother.with("sociallink.limits.forms", "1"));
        places.bodies = new BodySettings(SettingsMother.shipped());
        places.open();
    }

    @Test
    void readsOneFormAfterTheOther() throws IOException {
        assertThat(places.read(new ByteArrayInputStream(FORM))).isEqualTo(FORM);
        assertThat(places.read(new ByteArrayInputStream(FORM))).isEqualTo(FORM);
    }

    /** A second form comes while the first is being read. */
    @Test
    void refusesAFormWhenAllPlacesAreTaken() throws IOException {
        var first =
                new ByteArrayInputStream(FORM) {
                    @Override
                    public int read(byte[] bytes, int offset, int length) {
                        refusesAnother();
                        return super.read(bytes, offset, length);
                    }
                };

        assertThat(places.read(first)).isEqualTo(FORM);
    }

    private void refusesAnother() {
        assertThatThrownBy(() -> places.read(InputStream.nullInputStream()))
                .isInstanceOfSatisfying(
                        FormPlaces.AllTaken.class,
                        refused -> {
                            assertThat(refused.status()).isEqualTo(503);
                            assertThat(refused.headers()).containsKey("Retry-After");
                        })
                .hasMessageContaining("1 forms")
                .hasMessageContaining("(sociallink.limits.forms)");
    }

    @Test
    void givesThePlaceBackAfterARefusal() throws IOException {
        var large = new ByteArrayInputStream(new byte[20_000]);

        assertThatThrownBy(() -> places.read(large))
                .isInstanceOf(BodyTooLarge.class)
                .hasMessageContaining("(sociallink.limits.form)");
        assertThat(places.read(new ByteArrayInputStream(FORM))).isEqualTo(FORM);
    }
}
