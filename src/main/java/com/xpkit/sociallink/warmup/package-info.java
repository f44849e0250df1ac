/**
 * The warm-up: before the node says that it is ready, imagined visitors are linked through it, over HTTP, so that the first
 * real ones do not wait for class loading, the JIT compiler and empty pools. {@link
 * com.xpkit.sociallink.warmup.WarmUp} drives it. What it links is neither stored nor counted nor logged: {@link
 * com.xpkit.sociallink.configuration.ImaginedAccount} tells the others which account that is.
 */
@Layer(
        value = Layer.Kind.BRIDGE,
        knows = {"address", "wechat", "configuration"})
package com.xpkit.sociallink.warmup;

import com.xpkit.sociallink.Layer;
