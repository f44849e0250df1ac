/**
 * How tests talk to the service. An {@link com.xpkit.sociallink.driver.ApiClient} calls the API, a
 * {@link com.xpkit.sociallink.driver.Tenant} is an account with profiles, a {@link com.xpkit.sociallink.driver.Shop}
 * is one that links visitors. A {@link com.xpkit.sociallink.driver.Phone} is a visitor's browser, and a
 * {@link com.xpkit.sociallink.driver.Guest} is a visitor who goes through several nodes.
 *
 * <p>Drivers take a {@link com.xpkit.sociallink.server.Door}, and do not know Arquillian, the database or which
 * server runs.
 */
package com.xpkit.sociallink.driver;
