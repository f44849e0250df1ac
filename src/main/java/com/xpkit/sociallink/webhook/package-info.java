/**
 * Calls the addresses that clients name: never one that is not public (server-side request forgery), always signed, always
 * with an end.
 */
@Layer(Layer.Kind.FEATURE)
package com.xpkit.sociallink.webhook;

import com.xpkit.sociallink.Layer;
