package com.xpkit.sociallink.profile;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ElementsTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = ';',
            value = {
                "[]; []; []",
                "['a','b']; ['b','c','c']; ['a','b','c']",
                "['a','a']; ['a']; ['a','a']",
                "[1,'1',null,true]; [1,'1',null,true,false]; [1,'1',null,true,false]",
                "[{'n':1}]; [{'n':1},{'n':2}]; [{'n':1},{'n':2}]",
                "[['a']]; [['a'],['b']]; [['a'],['b']]"
            })
    void joinsWhatIsNotThereYet(String first, String second, String joined) {
        assertThat(Elements.joined(array(first), array(second), (old, anew) -> anew))
                .isEqualTo(array(joined));
    }

    @Test
    void asksWhatTwoEntriesOfOnePersonBecome() {
        var stored = array("[{'type':'weibo','openid':'o1'},{'type':'wechat','openid':'o1'}]");
        var told = array("[{'type':'wechat','openid':'o1','nickname':'x'}]");

        assertThat(Elements.joined(stored, told, (old, anew) -> anew))
                .isEqualTo(
                        array(
                                "[{'type':'weibo','openid':'o1'},"
                                        + "{'type':'wechat','openid':'o1','nickname':'x'}]"));
    }

    @Test
    void findsEqualElementsAndEntriesOfOnePerson() {
        var elements = array("['a',{'type':'wechat','openid':'o1'},{'x':1}]");

        assertThat(Elements.indexOf(elements, Json.createValue("a"))).isZero();
        assertThat(
                        Elements.indexOf(
                                elements,
                                ProfileMother.json("{'type':'wechat','openid':'o1','x':1}")))
                .isEqualTo(1);
        assertThat(Elements.indexOf(elements, ProfileMother.json("{'x':1}"))).isEqualTo(2);
        assertThat(Elements.indexOf(elements, ProfileMother.json("{'x':2}"))).isEqualTo(-1);
    }

    private static JsonArray array(String json) {
        return ProfileMother.json("{'a':" + json + "}").getJsonArray("a");
    }
}
