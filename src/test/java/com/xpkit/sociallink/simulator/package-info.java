/**
 * A WeChat that runs on this machine: open.weixin.qq.com (the authorise page, for people) and api.weixin.qq.com (the
 * token and userinfo calls, for the service) on one loopback port, for tests and for the demo.
 *
 * <p>Rules: the JDK and nothing else, and no class of the service, so that both can never share a mistake. It behaves
 * as WeChat was observed to behave, not as OAuth would have it: errors of the authorise page are pages and never
 * callbacks, errors of the API are HTTP 200, JSON comes as {@code text/plain} without a charset. Where it is unknown
 * what WeChat does, the Javadoc says what was chosen. What loosens a check is an option of the simulator, off by
 * default.
 *
 * <p>Vocabulary: an {@link com.xpkit.sociallink.simulator.OfficialAccount} asks, a
 * {@link com.xpkit.sociallink.simulator.Visitor} decides on the sheet, a code is issued and spent, a
 * {@link com.xpkit.sociallink.simulator.Fault} spoils an answer, the {@link com.xpkit.sociallink.simulator.Logbook}
 * remembers.
 */
package com.xpkit.sociallink.simulator;
