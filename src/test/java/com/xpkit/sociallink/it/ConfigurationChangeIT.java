package com.xpkit.sociallink.it;

import static com.xpkit.sociallink.driver.AnswerAssert.expect;
import static com.xpkit.sociallink.driver.Shop.HOME;

import com.xpkit.sociallink.driver.ApiClient;
import com.xpkit.sociallink.driver.Phone;
import com.xpkit.sociallink.driver.Shop;
import com.xpkit.sociallink.simulator.Visitor;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import org.junit.jupiter.api.Test;

/** A change of a configuration applies to the next visitor. */
class ConfigurationChangeIT extends OnAServer {

    private final Shop shop = Service.shop();
    private final Visitor visitor = Visitor.named(Service.unique("v-"), "小明🌸");
    private final Phone phone = Service.phone();

    @Test
    void aChangedDomainAppliesAtOnce() {
        expect(phone.follow(shop.silentLink(), visitor)).linksTo(HOME);
        var callback = phone.goToWeChat(shop.silentLink(), visitor);

        change(Json.createObjectBuilder().add("domain", "new.example.com"));

        expect(phone.open(shop.silentLink())).isPageWith("101");
        expect(phone.callBack(callback)).isPageWith("101");
        var moved = "https://new.example.com/";
        expect(phone.follow(shop.linkTo(moved), visitor)).linksTo(moved);
    }

    @Test
    void anAddedDomainAppliesAtOnce() {
        var added = "https://added.example.com/";
        expect(phone.open(shop.linkTo(added))).isPageWith("101");

        change(Json.createObjectBuilder().add("domain", Shop.DOMAIN + "|added.example.com"));

        expect(phone.follow(shop.linkTo(added), visitor)).linksTo(added);
    }

    @Test
    void aNewConfigurationAppliesAtOnceAndSoDoesItsDeletion() {
        var added = "https://added.example.com/";
        expect(phone.open(shop.linkTo(added))).isPageWith("101");

        var configuration =
                shop.client()
                        .post(
                                "/api/configuration/",
                                ApiClient.configuration(shop.official(), "added.example.com"));

        expect(configuration).has(201);
        expect(phone.follow(shop.linkTo(added), visitor)).linksTo(added);

        expect(shop.client().delete("/api/configuration/" + configuration.id())).has(204);

        expect(phone.open(shop.linkTo(added))).isPageWith("101");
    }

    @Test
    void aDeletedAccountIsUnknownAtOnce() {
        var callback = phone.goToWeChat(shop.silentLink(), visitor);

        expect(Service.operator().delete("/api/account/" + shop.account())).has(204);

        expect(phone.open(shop.silentLink())).isPageWith("105");
        expect(phone.callBack(callback)).isPageWith("105");
    }

    @Test
    void aWrongAppSecretIs103AndTheRightOneFixesItAtOnce() {
        change(Json.createObjectBuilder().add("app_secret", "wrong"));

        expect(phone.follow(shop.silentLink(), visitor)).goesTo(HOME + "?error_code=103");

        change(Json.createObjectBuilder().add("app_secret", shop.official().secret()));

        expect(phone.follow(shop.silentLink(), visitor)).linksTo(HOME);
    }

    private void change(JsonObjectBuilder members) {
        expect(shop.client().patch("/api/configuration/" + shop.configuration(), members)).has(200);
    }
}
