/**
 * Who may use the API: accounts, and the apps ({@code oauth2app}) that belong to one account and hold
 * scopes. The operator, who is no row anywhere, creates accounts.
 *
 * <p>Knows {@code api}, {@code listing}, {@code quota}, {@code sealing}, {@code storage}; no other feature. {@code token} knows it.
 */
package com.xpkit.sociallink.access;
