/**
 * How often a client may call and how often it may fail: counted in windows of time, in the memory of each node, by
 * client, account and address. Also limits how many requests of one account are processed at a time.
 */
@Layer(Layer.Kind.BRIDGE)
package com.xpkit.sociallink.signin.limit;

import com.xpkit.sociallink.Layer;
