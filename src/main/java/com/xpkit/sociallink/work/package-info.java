/**
 * Work that outlives its request, as features see it: a feature describes {@link
 * com.xpkit.sociallink.work.Work} in steps and hands a task to the {@link
 * com.xpkit.sociallink.work.WorkQueue}; who keeps the queue, and how it survives a restart, is {@code
 * job}'s affair.
 *
 * <p>Knows nobody; {@code job} and every feature that has work to do may know it. So neither knows the other.
 */
package com.xpkit.sociallink.work;
