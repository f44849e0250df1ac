/**
 * How much an account may have at a time: jobs, waiting webhooks, apps, configurations, domains, bytes. What the operator
 * creates counts like everything else in the account. Visitors' links are never refused. What an account holds is learned from
 * the caller, or from {@link com.xpkit.sociallink.kernel.quota.CountedData}.
 */
@Layer(Layer.Kind.KERNEL)
package com.xpkit.sociallink.kernel.quota;

import com.xpkit.sociallink.Layer;
