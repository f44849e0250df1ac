/**
 * Calls the addresses that clients name: only public ones (against server-side request forgery), always signed, always
 * with a time limit.
 */
@Layer(Layer.Kind.FEATURE)
package com.xpkit.sociallink.webhook;

import com.xpkit.sociallink.Layer;
