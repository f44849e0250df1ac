/**
 * What changed. Each method that writes calls {@link com.xpkit.sociallink.kernel.change.Changes}, in its transaction; a
 * feature listens with a {@link com.xpkit.sociallink.kernel.change.ChangeListener}. {@link
 * com.xpkit.sociallink.kernel.change.Changed} is the event that invalidates the caches of a node.
 */
@Layer(value = Layer.Kind.KERNEL, knows = "kernel")
package com.xpkit.sociallink.kernel.change;

import com.xpkit.sociallink.Layer;
