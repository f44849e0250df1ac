/**
 * How much an account may have at a time: jobs, webhooks that wait, apps, configurations, domains, bytes. What is made by
 * the operator counts like everything else in the account. Visitors' links are never refused.
 *
 * <p>Knows {@code api}, {@code settings}, {@code storage}; features know it. What an account holds it learns from the caller, or from
 * {@link com.xpkit.sociallink.api.HeldByAccount}.
 */
package com.xpkit.sociallink.quota;
