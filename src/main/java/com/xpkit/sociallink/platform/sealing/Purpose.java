package com.xpkit.sociallink.platform.sealing;

/** What a sealed text is for; a text sealed for one purpose never opens for another. */
public enum Purpose {
    FLOW,
    ACCESS_TOKEN,
    APP_SECRET,
    WEBHOOK_SECRET,
    WEBHOOK_URL
}
