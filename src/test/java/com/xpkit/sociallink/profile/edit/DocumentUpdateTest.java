package com.xpkit.sociallink.profile.edit;

import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.platform.json.JsonMother;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentUpdateTest {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = ';',
            value = {
                "overwrites a value; {'a':1,'b':2}; {'a':3}; {'a':3,'b':2}",
                "adds a member; {'a':1}; {'b':{'c':[]}}; {'a':1,'b':{'c':[]}}",
                "changes a type; {'a':1,'b':{'c':1},'d':[1]}; {'a':'x','b':7,'d':'y'};"
                        + " {'a':'x','b':7,'d':'y'}",
                "overwrites with what is empty; {'a':1}; {'a':''}; {'a':''}",
                "null removes; {'a':1,'b':[1],'c':{}}; {'a':null,'b':null,'c':null,'d':null}; {}",
                "updates an object by member; {'a':{'b':1,'c':2}}; {'a':{'b':3,'d':4}};"
                        + " {'a':{'b':3,'c':2,'d':4}}",
                "null removes inside of objects; {'a':{'b':{'c':1,'d':2}}};"
                        + " {'a':{'b':{'c':null}}}; {'a':{'b':{'d':2}}}",
                "null removes nothing from what is new; {'a':1}; {'a':{'b':null,'c':1},'d':{'e':null}};"
                        + " {'a':{'c':1},'d':{}}",
                "an object becomes one of a value; {'a':[1]}; {'a':{'b':1}}; {'a':{'b':1}}",
                "arrays gain what is new; {'a':['x','y']}; {'a':['z','y']}; {'a':['x','y','z']}",
                "arrays inside of objects gain; {'a':{'b':[1]}}; {'a':{'b':[2]}}; {'a':{'b':[1,2]}}",
                "arrays of objects gain; {'a':[{'n':1}]}; {'a':[{'n':1},{'n':2}]};"
                        + " {'a':[{'n':1},{'n':2}]}"
            })
    void updates(String what, String stored, String update, String whole) {
        assertThat(updated(stored, update)).as(what).isEqualTo(json(whole));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "['b']",
                "[null]",
                "['a','b',1,null,{'n':null},[null],{'k':[1,1]}]",
                "[{'type':'wechat','openid':'o1','x':null}]",
                "[{'type':'weibo','openid':'o2'}]"
            })
    void takesNothingOutOfAnArray(String update) {
        var stored =
                "{'a':['a','a',1,null,{'n':null},[null],{'k':[1,1]},"
                        + "{'type':'wechat','openid':'o1','x':null}]}";

        var whole = updated(stored, "{'a':" + update + "}");

        assertThat(whole.getJsonArray("a")).startsWith(elements(json(stored)));
    }

    @Test
    void updatesTheEntryOfTheSamePerson() {
        var stored =
                "{'social':[{'type':'weibo','openid':'o1'},"
                        + "{'type':'wechat','openid':'o1','nickname':'小明','level':3,'old':1}]}";
        var update = "{'social':[{'type':'wechat','openid':'o1','nickname':'小红','old':null}]}";

        assertThat(updated(stored, update))
                .isEqualTo(
                        json(
                                "{'social':[{'type':'weibo','openid':'o1'},"
                                        + "{'type':'wechat','openid':'o1','nickname':'小红','level':3}]}"));
    }

    @Test
    void keepsEntriesOfDifferentPeopleApart() {
        var stored = "{'social':[{'type':'wechat','openid':'o1'}]}";
        var update = "{'social':[{'type':'wechat','openid':'O1'},{'type':'wechat'}]}";

        assertThat(updated(stored, update).getJsonArray("social")).hasSize(3);
    }

    @Test
    void leavesWhatIsStoredAloneWhenTheUpdateDoesNotNameIt() {
        var stored = "{'a':null,'b':[1,1],'c':{'d':null},'n':1.50}";

        assertThat(updated(stored, "{}")).hasToString(json(stored).toString());
    }

    @Test
    void takesNullOutOfANewDocument() {
        assertThat(DocumentUpdate.withoutNulls(json("{'a':null,'b':{'c':null},'d':[null]}")))
                .isEqualTo(json("{'b':{},'d':[null]}"));
    }

    private static JsonValue[] elements(JsonObject json) {
        return json.getJsonArray("a").toArray(JsonValue[]::new);
    }

    private static JsonObject updated(String stored, String update) {
        return DocumentUpdate.of(json(stored), json(update));
    }

    private static JsonObject json(String json) {
        return JsonMother.document(json).json();
    }
}
