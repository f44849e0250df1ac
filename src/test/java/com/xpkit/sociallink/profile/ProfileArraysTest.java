package com.xpkit.sociallink.profile;

import static com.xpkit.sociallink.profile.ProfileMother.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileArraysTest {

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
        assertThat(ProfileArrays.joined(array(first), array(second), (old, latest) -> latest))
                .isEqualTo(array(joined));
    }

    @Test
    void asksWhatTwoEntriesOfOnePersonBecome() {
        var stored = array("[{'type':'weibo','openid':'o1'},{'type':'wechat','openid':'o1'}]");
        var told = array("[{'type':'wechat','openid':'o1','nickname':'x'}]");

        assertThat(ProfileArrays.joined(stored, told, (old, latest) -> latest))
                .isEqualTo(
                        array(
                                "[{'type':'weibo','openid':'o1'},"
                                        + "{'type':'wechat','openid':'o1','nickname':'x'}]"));
    }

    @Test
    void findsEqualElementsAndEntriesOfOnePerson() {
        var array = array("['a',{'type':'wechat','openid':'o1'},{'x':1}]");
        var elements = ProfileArrays.of(array);

        assertThat(elements.find(Json.createValue("a"))).contains(array.get(0));
        assertThat(elements.find(json("{'type':'wechat','openid':'o1','x':1}")))
                .contains(array.get(1));
        assertThat(elements.find(json("{'x':1}"))).contains(array.get(2));
        assertThat(elements.find(json("{'x':2}"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 1.0",
                "1 10e-1",
                "0 -0.0",
                "1 '1'",
                "true 'true'",
                "null 'null'",
                "[] {}",
                "[[],[]] [[[]]]",
                "['a','b'] ['ab']",
                "{'a':'b'} ['a','b']",
                "{'a':1} {'a':1.0}",
                "'1:a' ['a']"
            })
    void distinguishesWhatIsNotEqual(String values) {
        var one = array("[" + values.split(" ")[0] + "]").get(0);
        var other = array("[" + values.split(" ")[1] + "]").get(0);

        assertThat(one).isNotEqualTo(other);
        assertThat(ProfileArrays.text(one)).isNotEqualTo(ProfileArrays.text(other));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1e2 1E+2",
                "'\\u0061' 'a'",
                "{'a':1,'b':[2]} {'b':[2],'a':1}",
                "[{'x':{},'y':null}] [{'y':null,'x':{}}]"
            })
    void knowsWhatIsEqual(String values) {
        var one = array("[" + values.split(" ")[0] + "]").get(0);
        var other = array("[" + values.split(" ")[1] + "]").get(0);

        assertThat(one).isEqualTo(other);
        assertThat(ProfileArrays.text(one)).isEqualTo(ProfileArrays.text(other));
    }

    @Test
    void joinsArraysInNoMoreTimeThanTheirLength() {
        var numbers = numbers(0, 100_000);

        var joined =
                assertTimeoutPreemptively(
                        Duration.ofSeconds(3),
                        () ->
                                ProfileArrays.joined(
                                        numbers, numbers(50_000, 150_000), (old, now) -> now));

        assertThat(joined).hasSize(150_000);
    }

    /** 2 to the power of 14 texts, made of Aa and BB: in Java all of them have the same hash. */
    @Test
    void joinsElementsOfOneHashQuickly() {
        var texts =
                IntStream.range(0, 1 << 14)
                        .mapToObj(i -> String.format("%14s", Integer.toBinaryString(i)))
                        .map(bits -> bits.replaceAll("[ 0]", "Aa").replace("1", "BB"))
                        .toList();
        var elements = Json.createArrayBuilder(texts).build();

        var joined =
                assertTimeoutPreemptively(
                        Duration.ofSeconds(3),
                        () -> ProfileArrays.joined(elements, elements, (old, now) -> now));

        assertThat(texts.stream().map(String::hashCode).distinct()).hasSize(1);
        assertThat(joined).isEqualTo(elements);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = ';',
            value = {
                "[0,0,0]; 3",
                "[[],{},[[]]]; 3",
                "[{'a':1,'b':[1,1]},null]; 4",
                "[{'a':{'b':{'c':1}}}]; 1"
            })
    void countsEqualValuesAsOftenAsTheyOccur(String array, int many) {
        assertThat(ProfileArrays.count(array(array))).isEqualTo(many);
    }

    private static JsonArray numbers(int from, int to) {
        return Json.createArrayBuilder(IntStream.range(from, to).boxed().toList()).build();
    }

    private static JsonArray array(String json) {
        return ProfileMother.json("{'a':" + json + "}").getJsonArray("a");
    }
}
