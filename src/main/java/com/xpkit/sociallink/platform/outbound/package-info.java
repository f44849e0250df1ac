/**
 * How this service makes outgoing calls: one HTTP client for WeChat and for webhooks, the same on every server, with
 * one proxy for both. The called addresses contain secrets, so nothing here logs one or throws an exception that
 * contains one.
 */
@Layer(value = Layer.Kind.PLATFORM, knows = "platform.settings")
package com.xpkit.sociallink.platform.outbound;

import com.xpkit.sociallink.Layer;
