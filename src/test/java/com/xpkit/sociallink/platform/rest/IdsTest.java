package com.xpkit.sociallink.platform.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.xpkit.sociallink.platform.error.UnknownResource;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdsTest {

    @Test
    void readsIdsWhateverTheirCase() {
        var id = UUID.fromString("2f6d0000-1111-4222-8333-44445555abcd");

        assertThat(Ids.parse("2f6d0000-1111-4222-8333-44445555abcd")).contains(id);
        assertThat(Ids.parse("2F6D0000-1111-4222-8333-44445555ABCD")).contains(id);
        assertThat(new ResourceId("2f6d0000-1111-4222-8333-44445555abcd").uuid()).isEqualTo(id);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "me",
                "1-1-1-1-1",
                "2f6d000011114222833344445555abcd",
                "{2f6d0000-1111-4222-8333-44445555abcd}",
                " 2f6d0000-1111-4222-8333-44445555abcd",
                "2f6d0000-1111-4222-8333-44445555abcd\n",
                "2f6d0000-1111-4222-8333-44445555abcg",
                "٢f6d0000-1111-4222-8333-44445555abcd"
            })
    void readsNothingElse(String text) {
        assertThat(Ids.parse(text)).isEmpty();
        assertThatThrownBy(() -> new ResourceId(text).uuid()).isInstanceOf(UnknownResource.class);
    }
}
