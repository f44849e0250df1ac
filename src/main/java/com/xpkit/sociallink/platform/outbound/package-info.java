/**
 * How this service calls others: one HTTP client for WeChat and for webhooks, the same on every server, with one proxy for
 * both. The addresses that are called hold secrets, so nothing here logs one or lets out an exception that holds one.
 */
@Layer(value = Layer.Kind.PLATFORM, knows = "platform.settings")
package com.xpkit.sociallink.platform.outbound;

import com.xpkit.sociallink.Layer;
