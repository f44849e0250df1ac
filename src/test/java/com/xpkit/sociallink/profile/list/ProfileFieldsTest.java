package com.xpkit.sociallink.profile.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.xpkit.sociallink.platform.error.InvalidFields;
import com.xpkit.sociallink.platform.listing.ListingMother;
import com.xpkit.sociallink.profile.ProfileKey;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileFieldsTest {

    @ParameterizedTest
    @CsvSource({
        "gender, gender",
        "address.city, city",
        "address.province, province",
        "address.country, country"
    })
    void filtersTheMembersWithAColumn(String name, String column) {
        assertThat(jpql(name + "=x")).isEqualTo("(coalesce(e." + column + ", '') = :p0)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"wechat_openid", "email", "qr_code", "rfid"})
    void filtersByAnyKeyOfAKind(String kind) {
        assertThat(jpql(kind + "=x"))
                .isEqualTo(
                        "(e.id in (select k.profileId from ProfileKey k where k.kind = "
                                + ProfileKey.number(kind)
                                + " and k.accountId = :account and k.value = :p0))");
        assertThat(jpql(kind + "__ne=x")).startsWith("not (e.id in (");
    }

    @ParameterizedTest
    @ValueSource(strings = {"type", "openid", "nickname", "headimgurl", "app_id", "unionid"})
    void filtersByAnySocialEntryWhereverItRests(String member) {
        assertThat(jpql("social." + member + "__in=x|y"))
                .isEqualTo(
                        "(e.id in (select s.profileId from SocialText s where s.path = 'social."
                                + member
                                + "' and s.accountId = :account and s.text in (:p0, :p1)))");
    }

    @ParameterizedTest
    @ValueSource(strings = {"first_name", "address.zip", "social.level", "city", "a' or 1>0", "中"})
    void filtersByAnyOtherMemberThroughTheIndex(String name) {
        assertThat(jpql(name + "=x"))
                .contains("from ProfileIndexedValue m where m.accountId = :account");
        assertThat(jpql(name + "__ne=x")).startsWith("not (e.id in (select m.profileId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=x", "__in=x", "a\u0000b=x", "a\u0000__gt=x", "_xpkit_a=x"})
    void refusesANameThatNoMemberHas(String parameter) {
        var refused = catchThrowableOfType(InvalidFields.class, () -> jpql(parameter));

        assertThat(refused.fields()).containsValue("is unknown");
    }

    @Test
    void knowsWhenAProfileWasMadeAndChanged() {
        assertThat(jpql("created__gt=2026-01-02T03:04:05Z")).isEqualTo("(e.created > :p0)");
        assertThat(jpql("last_modified__gt=2026-01-02T03:04:05Z"))
                .isEqualTo("(e.lastModified > :p0)");
        assertThat(jpql("resource_id=" + UUID.randomUUID())).isEqualTo("(e.id = :p0)");
    }

    private static String jpql(String parameter) {
        return ListingMother.jpql(parameter, ProfileFields.ALL);
    }
}
