package com.xpkit.sociallink.simulator;

/** Where a visitor says to live; told by userinfo before 2021 only. */
public record Region(String city, String province, String country) {

    static final Region UNKNOWN = new Region("", "", "");
}
