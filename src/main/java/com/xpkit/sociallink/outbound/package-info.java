/**
 * How this service calls others: one HTTP client for WeChat and for webhooks, the same on every server, with one proxy for
 * both. Addresses that are called hold secrets: nothing in this package logs one or lets an exception that holds one out.
 *
 * <p>Knows {@code settings}; known by {@code wechat} and {@code job.webhook}.
 */
package com.xpkit.sociallink.outbound;
