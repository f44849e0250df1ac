package com.xpkit.sociallink.profile;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.platform.storage.Sizes;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProfileWeightTest {

    @Test
    void countsTheDocumentAndEachValueOfItsIndex() {
        var small = ProfileForm.of(ProfileMother.json("{}"));
        var large = ProfileForm.of(ProfileMother.json("{'email':['a@b'],'x':['one','two']}"));

        assertThat(ProfileWeight.of(small)).isEqualTo(Sizes.ROW);
        assertThat(ProfileWeight.of(large))
                .isEqualTo(
                        4 * Sizes.ROW + "a@b{'x':['one','two']}".length() + 2 * "xsone".length());
    }

    @Test
    void growsByWhatAWriteAdds() {
        var profile = ProfileMother.written("{'email':['a@b']}");
        var form = ProfileForm.of(ProfileMother.json("{'email':['a@b'],'x':'y'}"));

        var growth = ProfileWeight.growth(profile, List.of(), form);

        assertThat(growth).isEqualTo(Sizes.ROW + "{'x':'y'}".length() + "xsy".length());
    }

    @Test
    void shrinksByWhatAWriteTakesAway() {
        var profile = ProfileMother.written("{'email':['a@b','c@d']}");
        var form = ProfileForm.of(ProfileMother.json("{'email':['a@b']}"));

        assertThat(ProfileWeight.growth(profile, List.of(), form)).isEqualTo(-Sizes.ROW - 3);
    }

    /** A document of the same length can have an index a hundred times as large. */
    @Test
    void countsTheIndexWhateverTheLengthOfTheDocument() {
        var profile = ProfileMother.written("{'x':'1234567'}");
        var before = ProfileForm.of(ProfileMother.json("{'x':'1234567'}")).values();
        var index = before.stream().map(value -> new ProfileIndexedValue(profile, value)).toList();
        var form = ProfileForm.of(ProfileMother.json("{'x':[1,2,3,4]}"));

        assertThat(ProfileWeight.growth(profile, index, form)).isGreaterThan(2 * Sizes.ROW);
    }
}
