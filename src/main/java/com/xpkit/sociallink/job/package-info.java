/**
 * Jobs: work that outlives its request. It is done step by step, each step once, on any number of nodes. A step and the row
 * that records it are written together, so after a crash a step is either done or not. The database is the queue: a node takes
 * a job with a lease and continues where the last node stopped. Accounts take turns, so an account with much work delays only
 * itself.
 *
 * <p>Features submit their work to {@link com.xpkit.sociallink.kernel.work.WorkQueue} and never see who does it.
 */
@Layer(value = Layer.Kind.BRIDGE, knows = "webhook")
package com.xpkit.sociallink.job;

import com.xpkit.sociallink.Layer;
