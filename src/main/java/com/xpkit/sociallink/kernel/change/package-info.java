/**
 * What changed. Each method that writes tells {@link com.xpkit.sociallink.kernel.change.Changes}, in its transaction; {@link
 * com.xpkit.sociallink.kernel.change.ChangeListener} is how a feature listens. {@link
 * com.xpkit.sociallink.kernel.change.Changed} is the event that empties what a node remembers.
 */
@Layer(value = Layer.Kind.KERNEL, knows = "kernel")
package com.xpkit.sociallink.kernel.change;

import com.xpkit.sociallink.Layer;
