package com.xpkit.sociallink.simulator;

/** Where a visitor claims to live; userinfo reported it only before October 2021. */
public record Region(String city, String province, String country) {

    static final Region UNKNOWN = new Region("", "", "");
}
