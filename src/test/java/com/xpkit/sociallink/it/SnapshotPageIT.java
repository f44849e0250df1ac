package com.xpkit.sociallink.it;

import static com.xpkit.sociallink.driver.AnswerAssert.expect;
import static com.xpkit.sociallink.driver.Shop.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import com.xpkit.sociallink.driver.Phone;
import com.xpkit.sociallink.driver.Shop;
import com.xpkit.sociallink.simulator.Visitor;
import org.junit.jupiter.api.Test;

/** Visitors on one of WeChat's snapshot pages, who are nobody yet: the error code 106. */
class SnapshotPageIT extends OnAServer {

    private final Shop shop = Service.shop();
    private final Visitor visitor = Visitor.named(Service.unique("v-"), "小明🌸");
    private final Phone phone = Service.phone();

    @Test
    void aSnapshotPagesVirtualUserIs106EveryTimeAndNothingIsSaved() {
        var callback = phone.goToWeChat(shop.consentLink(), visitor.onSnapshotPage());

        expect(phone.callBack(callback)).goesTo(HOME + "?error_code=106");
        expect(phone.callBack(callback)).goesTo(HOME + "?error_code=106");

        assertThat(shop.profiles()).isZero();
    }

    @Test
    void afterASnapshotPageTheRealVisitorIsLinked() {
        expect(phone.follow(shop.consentLink(), visitor.onSnapshotPage()))
                .goesTo(HOME + "?error_code=106");

        expect(phone.follow(shop.consentLink(), visitor)).linksTo(HOME);
    }
}
