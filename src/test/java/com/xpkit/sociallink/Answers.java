package com.xpkit.sociallink;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.xpkit.sociallink.kernel.quota.QuotaReached;
import com.xpkit.sociallink.kernel.work.Ticket;
import com.xpkit.sociallink.platform.error.Conflict;
import com.xpkit.sociallink.platform.error.Forbidden;
import com.xpkit.sociallink.platform.error.InvalidBody;
import com.xpkit.sociallink.platform.error.InvalidFields;
import com.xpkit.sociallink.platform.error.PreconditionFailed;
import com.xpkit.sociallink.platform.error.Refusal;
import com.xpkit.sociallink.platform.error.UnknownResource;
import com.xpkit.sociallink.platform.http.BodyTooLarge;
import com.xpkit.sociallink.platform.http.BodyTooSlow;
import com.xpkit.sociallink.platform.json.JsonDocument;
import com.xpkit.sociallink.platform.listing.ListTookTooLong;
import com.xpkit.sociallink.platform.listing.TooManyConditions;
import com.xpkit.sociallink.platform.rest.ReadsQuery;
import com.xpkit.sociallink.platform.rest.ResourceView;
import com.xpkit.sociallink.profile.MergedProfileRedirect;
import com.xpkit.sociallink.profile.merge.UnknownProfiles;
import com.xpkit.sociallink.signin.InvalidToken;
import jakarta.json.JsonObject;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The statuses with which a resource's method can answer: those of its return values, those of the refusals that the
 * code it calls throws, and those of the filters before it.
 */
final class Answers {

    static final Map<Class<?>, Integer> REFUSALS =
            Map.ofEntries(
                    Map.entry(InvalidFields.class, 400),
                    Map.entry(InvalidBody.class, 400),
                    Map.entry(TooManyConditions.class, 400),
                    Map.entry(InvalidToken.class, 401),
                    Map.entry(Forbidden.class, 403),
                    Map.entry(UnknownResource.class, 404),
                    Map.entry(UnknownProfiles.class, 404),
                    Map.entry(Conflict.class, 409),
                    // or 429, which every operation has
                    Map.entry(QuotaReached.class, 409),
                    Map.entry(PreconditionFailed.class, 412),
                    Map.entry(BodyTooSlow.class, 408),
                    Map.entry(BodyTooLarge.class, 413),
                    Map.entry(ListTookTooLong.class, 400),
                    Map.entry(MergedProfileRedirect.class, 308));

    private static final Map<String, Set<Integer>> RETURNED =
            Map.of(
                    ResourceView.class.getName() + ".read", Set.of(200, 304),
                    ResourceView.class.getName() + ".changed", Set.of(200),
                    ResourceView.class.getName() + ".created", Set.of(201),
                    Ticket.class.getName() + ".accepted", Set.of(202),
                    Response.class.getName() + ".ok", Set.of(200));

    /** A missing or bad token, a missing scope, too many requests, no database. */
    private static final Set<Integer> OF_THE_TOKEN = Set.of(401, 403, 429, 503);

    private final JavaClasses code;

    Answers(JavaClasses code) {
        this.code = code;
    }

    /** All classes of refusals, except those of the token's filter. */
    Set<Class<?>> refusals() {
        var refusals = new HashSet<Class<?>>();
        code.get(Refusal.class).getAllSubclasses().stream()
                .filter(refusal -> !refusal.isMemberClass())
                .forEach(refusal -> refusals.add(refusal.reflect()));
        return refusals;
    }

    /**
     * @param method of a resource that requires a scope
     */
    Set<Integer> of(Method method) {
        var unit =
                code.get(method.getDeclaringClass())
                        .getMethod(method.getName(), method.getParameterTypes());
        var statuses = new TreeSet<>(OF_THE_TOKEN);
        statuses.addAll(returned(unit));
        statuses.addAll(refused(unit));
        if (Arrays.asList(method.getParameterTypes()).contains(JsonDocument.class)) {
            statuses.addAll(Set.of(400, 408, 413, 415));
        }
        if (!method.isAnnotationPresent(ReadsQuery.class)) {
            // StrictQuery
            statuses.add(400);
        }
        if (takesIfMatch(method)) {
            // of two simultaneous writers one is refused
            statuses.add(409);
        }
        return statuses;
    }

    private static boolean takesIfMatch(Method method) {
        return Stream.of(method.getParameters())
                .map(parameter -> parameter.getAnnotation(HeaderParam.class))
                .anyMatch(header -> header != null && header.value().equals("If-Match"));
    }

    private static Set<Integer> returned(JavaMethod method) {
        if (method.getRawReturnType().isEquivalentTo(void.class)) {
            return Set.of(204);
        }
        if (method.getRawReturnType().isEquivalentTo(JsonObject.class)) {
            return Set.of(200);
        }
        var statuses = new HashSet<Integer>();
        method.getMethodCallsFromSelf().stream()
                .map(call -> call.getTargetOwner().getName() + "." + call.getName())
                .forEach(name -> statuses.addAll(RETURNED.getOrDefault(name, Set.of())));
        return statuses;
    }

    private static Set<Integer> refused(JavaCodeUnit from) {
        var statuses = new HashSet<Integer>();
        CallGraph.reached(from)
                .forEach(
                        used -> statuses.addAll(statusOf((CodeUnitAccessTarget) used.getTarget())));
        return statuses;
    }

    private static Set<Integer> statusOf(CodeUnitAccessTarget used) {
        return REFUSALS.entrySet().stream()
                .filter(refusal -> used.getOwner().isEquivalentTo(refusal.getKey()))
                .filter(refusal -> used.getName().equals("<init>"))
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
    }
}
