package com.xpkit.sociallink.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PageTest {

    private final Page page = Page.of("/simulator/error.html");

    @Test
    void escapesWhatGoesIntoItsSlots() {
        String html = page.with("chinese", "<a b='c' d=\"e\">&$1").with("english", "x").html();

        assertThat(html).contains("<h1>&lt;a b=&#39;c&#39; d=&quot;e&quot;&gt;&amp;$1</h1>");
    }

    @Test
    void fillsNoSlotInsideAText() {
        String html = page.with("chinese", "{{english}}").with("english", "x").html();

        assertThat(html).contains("<h1>{{english}}</h1>");
    }

    @Test
    void missesNoSlot() {
        assertThatThrownBy(page::html).hasMessageContaining("chinese");
    }
}
