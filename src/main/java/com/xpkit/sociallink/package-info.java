/**
 * Social Link: a visitor opens a brand's web app inside WeChat, and the app learns their profile.
 *
 * <h2>The map</h2>
 *
 * From the bottom up, as {@link com.xpkit.sociallink.Layer} defines it. The {@code package-info} of each package says
 * what it is for.
 *
 * <ul>
 *   <li>{@code platform}: what any service needs: settings, storage, sealing, HTTP, errors, JSON, lists, metrics,
 *       upkeep.
 *   <li>{@code kernel}: who acts, what changed, work for later, quotas.
 *   <li>features: {@code wechat}, {@code address}, {@code configuration}, {@code profile}, {@code account}, {@code
 *       webhook}, {@code docs}, {@code monitoring}.
 *   <li>bridges: {@code link} (the visitor's round trip), {@code signin} (tokens), {@code job} (jobs and their
 *       webhooks), {@code warmup} (imagined visitors before the first real one).
 * </ul>
 *
 * <h2>Where does it go?</h2>
 *
 * <ul>
 *   <li>A new {@code error_code} of the visitor's way: {@code link.LinkError}, and its number in {@code
 *       platform.metrics.LinkMetrics}. {@code link.VisitorLinking} judges the request and gives a {@code
 *       LinkResult.Refused}; {@code link.CodeExchanging} gives an {@code ExchangeResult.Refused}. What WeChat reports
 *       is a {@code wechat.WeChatFailure.Kind}, which {@code link.Visitors} turns into the error.
 *   <li>A new refusal of the API: a {@code platform.error.Refusal}, in the feature that refuses.
 *   <li>A member of a profile with a meaning. If a profile is found by it: {@code profile.ProfileKey.KINDS} and {@code
 *       ProfileView}. Otherwise a column: a migration, {@code Profile} ({@code become} and {@code columns}), {@code
 *       ProfileForm} ({@code addRest} leaves it out of the document), {@code ProfileView} and {@code
 *       list.ProfileFields}. If WeChat reports it, also {@code wechat.CodeExchange}, {@code wechat.Visitor}, {@code
 *       link.Visitors}, {@code profile.LinkedVisitor} and {@code Profile.learn}. The migration moves the values that
 *       documents already hold under that name.
 *   <li>A new resource: a {@code …Resource} in its feature, named in {@code SocialLinkApplication}. Each method has
 *       {@code @RequiresScope}; without it no token is needed. A list also has {@code @ReadsQuery}. Input is a {@code
 *       platform.json.Form} or the feature's own {@code …Form}, output a {@code …View}.
 *   <li>What an account owns: a {@code kernel.HeldByAccount}. What is personal: a {@code kernel.PersonalData}, so that
 *       it is exported and erased. Each method that writes tells {@code kernel.change.Changes}.
 *   <li>A task that the service repeats by itself: a {@code platform.upkeep.Chore}.
 * </ul>
 *
 * <h2>The vocabulary</h2>
 *
 * <dl>
 *   <dt>account
 *   <dd>A tenant with its apps, configurations and profiles. No account can see another one's data.
 *   <dt>app
 *   <dd>An OAuth 2 client of one account ({@code oauth2app}), with scopes.
 *   <dt>operator
 *   <dd>The person or team that runs the service. Configured, not stored; may act in any account.
 *   <dt>configuration
 *   <dd>A WeChat Official Account with its secret and its allowed domains ({@code socialauth}).
 *   <dt>visitor
 *   <dd>A person in WeChat who is being linked.
 *   <dt>application_uri
 *   <dd>The address in the brand's web app to which the visitor returns.
 *   <dt>flow
 *   <dd>One visitor's way to WeChat and back; sealed in an address, not stored.
 *   <dt>code
 *   <dd>WeChat's proof of a visitor, exchanged once for their OpenID.
 *   <dt>profile
 *   <dd>What an account knows about a person: a JSON document with members.
 *   <dt>key
 *   <dd>A value by which a profile is found, such as an OpenID or an email; unique in its account.
 *   <dt>link
 *   <dd>Turning a visitor into a profile and telling the app its {@code profile_id}.
 *   <dt>job, step
 *   <dd>Work that outlives its request, and one part of it.
 *   <dt>actor
 *   <dd>Who does something: an app, the operator, a person, WeChat or the service itself.
 * </dl>
 */
package com.xpkit.sociallink;
