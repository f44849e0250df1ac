/**
 * Jobs: work that outlives its request, done step by step, each step once, on any number of nodes. A step and the row that
 * records it are written together, so what a killed node leaves is either done or not. The database is the queue: a node takes
 * a job with a lease and continues where the last one stopped. Accounts take turns: an account with much work only waits for
 * itself.
 *
 * <p>Features leave their work with {@link com.xpkit.sociallink.kernel.work.WorkQueue} and never see who does it.
 */
@Layer(value = Layer.Kind.BRIDGE, knows = "webhook")
package com.xpkit.sociallink.job;

import com.xpkit.sociallink.Layer;
