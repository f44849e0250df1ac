/**
 * Work that outlives its request, as features see it. A feature describes {@link com.xpkit.sociallink.kernel.work.Work}
 * in steps and hands a task to the {@link com.xpkit.sociallink.kernel.work.WorkQueue}. {@code job} implements the queue
 * and makes it survive restarts.
 */
@Layer(value = Layer.Kind.KERNEL, knows = "kernel")
package com.xpkit.sociallink.kernel.work;

import com.xpkit.sociallink.Layer;
