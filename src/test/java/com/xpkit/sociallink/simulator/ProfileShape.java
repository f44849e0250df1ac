package com.xpkit.sociallink.simulator;

/** How userinfo reports gender and region. */
public enum ProfileShape {
    /** As since 20 October 2021: the members stay, sex is 0 and the others are empty. */
    SINCE_2021 {
        @Override
        void describe(Visitor visitor, WeChatJson json) {
            json.number("sex", 0).text("language", "");
            region(Region.UNKNOWN, json);
        }
    },
    /** As before: sex, language, city, province and country have values. */
    BEFORE_2021 {
        @Override
        void describe(Visitor visitor, WeChatJson json) {
            json.number("sex", visitor.sex()).text("language", "zh_CN");
            region(visitor.region(), json);
        }
    },
    /** As before, with the sex as a string, as in some old documentation. */
    BEFORE_2021_WITH_SEX_AS_TEXT {
        @Override
        void describe(Visitor visitor, WeChatJson json) {
            json.text("sex", Integer.toString(visitor.sex())).text("language", "zh_CN");
            region(visitor.region(), json);
        }
    };

    abstract void describe(Visitor visitor, WeChatJson json);

    private static void region(Region region, WeChatJson json) {
        json.text("city", region.city())
                .text("province", region.province())
                .text("country", region.country());
    }
}
