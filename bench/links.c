/*
 * Drives whole links: authorise, consent played here, callback.
 *
 * One thread, one epoll, N browsers. A browser has a keep-alive connection and a cookie jar of its
 * own and begins its next link the moment the last one is over (a closed loop: latency and links/s
 * are two views of one number). Nothing is allocated per link except its cookies.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <netdb.h>
#include <netinet/tcp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/epoll.h>
#include <sys/random.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#define LANDING "https://app.example.com/landing"
#define PHONE                                                                                      \
    "Mozilla/5.0 (Linux; Android 14; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 "      \
    "Chrome/126.0.0.0 XWEB/1260117 MMWEBSDK/20240404 Mobile Safari/537.36 MMWEBID/1119 "           \
    "MicroMessenger/8.0.49.2600(0x28003133) WeChat/arm64 Weixin NetType/WIFI Language/zh_CN"

enum {
    ANSWER_MAX = 64 * 1024,
    TARGET_MAX = 8 * 1024,
    COOKIES_MAX = 180, /* what real browsers keep per site */
    PAUSE_MS = 100,    /* after a failed link, so that a dead server is not hammered */
    CURVE_S = 5,       /* seconds from one row of the curve to the next */
    KINDS_MAX = 64,
};

typedef uint64_t nanos;

static nanos now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (nanos)t.tv_sec * 1000000000u + (nanos)t.tv_nsec;
}

static double cpu_seconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

static void die(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    fputs("links: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    exit(2);
}

/* ---- latencies: log-linear buckets of 0.8 %, in microseconds, fixed memory ---- */

enum { LINEAR = 128, BUCKETS = 40 * LINEAR };

typedef struct {
    uint64_t count, max, bucket[BUCKETS];
} histogram;

static void record(histogram *h, nanos latency) {
    uint64_t micros = latency / 1000;
    unsigned shift = micros < 2 * LINEAR ? 0 : 56 - (unsigned)__builtin_clzll(micros);
    uint64_t at = shift * LINEAR + (micros >> shift);
    h->bucket[at < BUCKETS ? at : BUCKETS - 1]++;
    h->count++;
    if (micros > h->max) h->max = micros;
}

static double percentile_ms(const histogram *h, double percent) {
    uint64_t wanted = (uint64_t)(percent / 100 * (double)h->count + 0.5), seen = 0;
    for (unsigned at = 0; at < BUCKETS; at++) {
        seen += h->bucket[at];
        if (!seen || seen < wanted) continue;
        unsigned shift = at < 2 * LINEAR ? 0 : at / LINEAR - 1;
        uint64_t top = ((uint64_t)(at - shift * LINEAR + 1) << shift) - 1;
        return (double)(top < h->max ? top : h->max) / 1000;
    }
    return (double)h->max / 1000;
}

static void print_row(const char *name, const histogram *h) {
    printf("%-12s", name);
    double of[] = {50, 90, 95, 99, 99.9};
    for (int i = 0; i < 5; i++) printf("%9.2f", percentile_ms(h, of[i]));
    printf("%9.2f\n", (double)h->max / 1000);
}

/* ---- settings and totals ---- */

static struct {
    const char *base_url, *account, *auth_type;
    const char *curve;  /* the name of its file, or null */
    int ids;            /* the file of the profile_ids that visitors got, or -1 */
    const char *expect; /* the error_code that every link must end with, or null */
    bool authorise;     /* only the first request of a link */
    unsigned browsers, warmup, seconds, returning, cookies;
    unsigned patience; /* seconds: a phone gives up about then */
    unsigned pause;    /* milliseconds from one link to the next, on average */
    unsigned failures; /* that end the run, or 0 */
    const char *host; /* as in the Host header */
    struct sockaddr_storage address;
    socklen_t address_length;
} set = {.base_url = "http://127.0.0.1:8080",
         .auth_type = "snsapi_userinfo",
         .ids = -1,
         .browsers = 32,
         .warmup = 60,
         .seconds = 60,
         .cookies = 20,
         .patience = 30,
         .failures = 1000};

static histogram whole, authorising, calling_back;
static uint64_t links_total, visitors_begun, visitors_linked, reconnects;
static uint64_t failures, unseen_kinds;
static struct {
    char name[64];
    uint64_t count;
} kinds[KINDS_MAX];
static char first_bad[2048];
static bool measuring, draining;

/* The first half of each visitor's profile_id: a returning visitor must get the same one. */
static uint64_t *profile_of;
static size_t profiles_room;

/* ---- randomness: splitmix64, seeded once, so that no two runs share visitors or codes ---- */

static uint64_t seed, counter;

static uint64_t mix(uint64_t z) {
    z += 0x9e3779b97f4a7c15u;
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

static void alphanumerics(char *to, int length, uint64_t from) {
    static const char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    for (int i = 0; i < length; i++) {
        if (i == 10) from = mix(from ^ seed);
        to[i] = digits[from % 62];
        from /= 62;
    }
}

/* ---- browsers ---- */

typedef struct {
    char *text; /* name=value */
    size_t name_length;
    char *path;
} cookie;

typedef enum { IDLE, AUTHORISING, CALLING_BACK } step;

typedef struct {
    int socket;
    bool connecting;
    bool used; /* the connection has been used before, so the server may have closed it meanwhile */
    step step;
    nanos link_began, step_began, resume_at;
    uint64_t visitor;
    bool first_visit;
    cookie jar[COOKIES_MAX + 1];
    unsigned cookies;
    char target[TARGET_MAX]; /* of the current request: path and query */
    char answer[ANSWER_MAX + 1];
    size_t got;
} browser;

static int epoll;
static browser *all;
static unsigned busy;

static void hang_up(browser *b) {
    if (b->socket >= 0) close(b->socket);
    b->socket = -1;
    b->connecting = b->used = false;
}

/* Up to twice the pause: visitors who began together do not come back together. */
static nanos pause_of_a_visitor(void) {
    return set.pause ? mix(seed ^ ++counter) % (2 * set.pause * 1000000ull) : 0;
}

static void link_over(browser *b) {
    b->step = IDLE;
    b->resume_at = set.pause ? now() + pause_of_a_visitor() : 0;
    busy--;
}

static void fail(browser *b, const char *format, ...) {
    char kind[64];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(kind, sizeof kind, format, arguments);
    va_end(arguments);
    if (!failures++)
        snprintf(first_bad, sizeof first_bad, "GET %.600s\n%.1200s", b->target,
                 b->got ? b->answer : "(no answer)");
    unsigned k = 0;
    while (k < KINDS_MAX && kinds[k].count && strcmp(kinds[k].name, kind)) k++;
    if (k < KINDS_MAX) {
        strcpy(kinds[k].name, kind);
        kinds[k].count++;
    } else {
        unseen_kinds++;
    }
    hang_up(b);
    link_over(b);
    nanos resume_at = now() + PAUSE_MS * 1000000ull;
    if (b->resume_at < resume_at) b->resume_at = resume_at;
}

/* Begins to connect: a server whose queue is full answers late, and nobody else may wait for that. */
static bool connecting(browser *b) {
    b->socket = socket(set.address.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (b->socket < 0) die("socket: %s", strerror(errno));
    int on = 1;
    struct timeval patience = {.tv_sec = 5};
    setsockopt(b->socket, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    setsockopt(b->socket, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
    if (connect(b->socket, (struct sockaddr *)&set.address, set.address_length) &&
        errno != EINPROGRESS)
        return false;
    b->connecting = true;
    struct epoll_event event = {.events = EPOLLOUT, .data.ptr = b};
    epoll_ctl(epoll, EPOLL_CTL_ADD, b->socket, &event);
    return true;
}

/* RFC 6265, 5.1.4 */
static bool path_matches(const char *path, const char *target) {
    size_t length = strlen(path);
    if (strncmp(target, path, length)) return false;
    return path[length - 1] == '/' || strchr("/?", target[length]);
}

static void transmit(browser *b) {
    static char request[TARGET_MAX + COOKIES_MAX * 4200];
    size_t n = (size_t)sprintf(request,
                               "GET %s HTTP/1.1\r\nHost: %s\r\nUser-Agent: " PHONE "\r\n"
                               "Accept: text/html,application/xhtml+xml,*/*;q=0.8\r\n"
                               "Accept-Language: zh-CN,zh;q=0.9\r\n"
                               "X-Requested-With: com.tencent.mm\r\n",
                               b->target, set.host);
    bool any = false;
    for (unsigned c = 0; c < b->cookies; c++) {
        if (!path_matches(b->jar[c].path, b->target)) continue;
        n += (size_t)sprintf(request + n, any ? "; %s" : "Cookie: %s", b->jar[c].text);
        any = true;
    }
    n += (size_t)sprintf(request + n, any ? "\r\n\r\n" : "\r\n");
    if (send(b->socket, request, n, MSG_NOSIGNAL) != (ssize_t)n && errno != EPIPE &&
        errno != ECONNRESET)
        fail(b, "transport: %s", strerror(errno));
}

static void send_request(browser *b) {
    b->got = 0;
    b->answer[0] = 0;
    if (b->socket >= 0) transmit(b);
    else if (!connecting(b)) fail(b, "transport: %s", strerror(errno));
}

static void connected(browser *b) {
    int trouble = 0;
    socklen_t length = sizeof trouble;
    getsockopt(b->socket, SOL_SOCKET, SO_ERROR, &trouble, &length);
    if (trouble) {
        fail(b, "transport: %s", strerror(trouble));
        return;
    }
    b->connecting = false;
    fcntl(b->socket, F_SETFL, fcntl(b->socket, F_GETFL) & ~O_NONBLOCK);
    struct epoll_event event = {.events = EPOLLIN, .data.ptr = b};
    epoll_ctl(epoll, EPOLL_CTL_MOD, b->socket, &event);
    transmit(b);
}

/* The server sometimes closes a used connection: a browser then sends the request again. */
static void lost(browser *b, const char *why) {
    if (b->used && !b->got) {
        reconnects++;
        hang_up(b);
        send_request(b);
    } else {
        fail(b, "transport: %s", why);
    }
}

static void begin_link(browser *b) {
    busy++;
    b->first_visit =
            !visitors_begun || mix(seed ^ ++counter) % 100 >= set.returning;
    b->visitor = b->first_visit ? visitors_begun++ : mix(seed ^ ++counter) % visitors_begun;
    if (b->visitor >= profiles_room) {
        size_t room = profiles_room ? 2 * profiles_room : 1 << 16;
        profile_of = realloc(profile_of, room * sizeof *profile_of);
        if (!profile_of) die("out of memory");
        memset(profile_of + profiles_room, 0, (room - profiles_room) * sizeof *profile_of);
        profiles_room = room;
    }
    snprintf(b->target, TARGET_MAX,
             "/api/wechat/authorise/?account_id=%s&auth_type=%s"
             "&application_uri=https%%3A%%2F%%2Fapp.example.com%%2Flanding",
             set.account, set.auth_type);
    b->step = AUTHORISING;
    b->link_began = b->step_began = now();
    send_request(b);
}

/* ---- the cookie jar ---- */

static void forget(browser *b, unsigned at) {
    free(b->jar[at].text);
    free(b->jar[at].path);
    memmove(b->jar + at, b->jar + at + 1, (--b->cookies - at) * sizeof(cookie));
}

/* What follows "; name=" in a Set-Cookie header that ends at `end`, or null. */
static const char *attribute(const char *header, const char *end, const char *name) {
    size_t length = strlen(name);
    for (const char *p = memchr(header, ';', (size_t)(end - header)); p;
         p = memchr(p, ';', (size_t)(end - p))) {
        for (p++; p < end && *p == ' '; p++) {}
        if ((size_t)(end - p) > length && !strncasecmp(p, name, length) && p[length] == '=')
            return p + length + 1;
    }
    return NULL;
}

static bool already_over(const char *header, const char *end) {
    const char *age = attribute(header, end, "Max-Age");
    if (age) return *age == '-' || *age == '0';
    const char *expires = attribute(header, end, "Expires");
    if (!expires) return false;
    struct tm date = {0};
    const char *rest = strptime(expires, "%a, %d", &date);
    if (!rest || !strptime(rest + 1, "%b %Y", &date)) return false; /* blank or hyphen between */
    return date.tm_year <= 70;
}

static void keep_cookie(browser *b, const char *header, const char *end) {
    const char *semicolon = memchr(header, ';', (size_t)(end - header));
    size_t length = (size_t)((semicolon ? semicolon : end) - header);
    const char *equals = memchr(header, '=', length);
    if (!equals || length > 4096) return; /* no browser keeps a longer one */
    size_t name_length = (size_t)(equals - header);
    const char *path = attribute(header, end, "Path");
    size_t path_length = path && *path == '/' ? strcspn(path, ";\r") : 0;
    if (!path_length) {
        path = b->target;
        for (size_t i = 1; path[i] && path[i] != '?'; i++)
            if (path[i] == '/') path_length = i;
        if (!path_length) path_length = 1;
    }
    for (unsigned c = 0; c < b->cookies; c++)
        if (b->jar[c].name_length == name_length &&
            !strncmp(b->jar[c].text, header, name_length) &&
            !strncmp(b->jar[c].path, path, path_length) && !b->jar[c].path[path_length])
            forget(b, c--);
    if (already_over(header, end)) return;
    b->jar[b->cookies++] = (cookie){.text = strndup(header, length),
                                    .name_length = name_length,
                                    .path = strndup(path, path_length)};
    while (b->cookies > set.cookies) forget(b, 0);
}

/* ---- answers ---- */

typedef struct {
    int status;
    const char *location, *location_end;
    bool closes;
} answer;

/* The value of a header if the line has that name, otherwise null. */
static const char *value_of(const char *line, const char *name) {
    size_t length = strlen(name);
    if (strncasecmp(line, name, length) || line[length] != ':') return NULL;
    line += length + 1;
    return line + strspn(line, " ");
}

/* Whether a chunked body that begins at `p` is there in full. */
static bool chunks_complete(const char *p, const char *end) {
    for (;;) {
        const char *line_end = memmem(p, (size_t)(end - p), "\r\n", 2);
        if (!line_end) return false;
        size_t size = strtoul(p, NULL, 16);
        if (!size) return memmem(line_end, (size_t)(end - line_end), "\r\n\r\n", 4) != NULL;
        if ((size_t)(end - line_end) < size + 4) return false;
        p = line_end + 2 + size + 2;
    }
}

/* Reads the answer in the buffer; false if it is not complete yet. Cookies go to the jar. */
static bool complete(browser *b, answer *a, bool closed) {
    char *head_end = memmem(b->answer, b->got, "\r\n\r\n", 4);
    if (!head_end) return false;
    *a = (answer){0};
    long body = -1;
    bool chunked = false;
    if (strncmp(b->answer, "HTTP/1.", 7) || memchr(b->answer, 0, (size_t)(head_end - b->answer)))
        return true; /* status 0: not HTTP */
    a->status = atoi(b->answer + 9);
    a->closes = !strncmp(b->answer, "HTTP/1.0", 8);
    for (char *line = strstr(b->answer, "\r\n") + 2; line < head_end + 2;
         line = strstr(line, "\r\n") + 2) {
        const char *v;
        if ((v = value_of(line, "Content-Length"))) body = strtol(v, NULL, 10);
        else if ((v = value_of(line, "Transfer-Encoding"))) chunked = !strncasecmp(v, "chunked", 7);
        else if ((v = value_of(line, "Connection"))) a->closes = !strncasecmp(v, "close", 5);
        else if ((v = value_of(line, "Location"))) {
            a->location = v;
            a->location_end = strstr(v, "\r\n");
        }
    }
    const char *body_begin = head_end + 4, *end = b->answer + b->got;
    bool whole_body;
    if (a->status == 204 || a->status == 304) whole_body = true;
    else if (chunked) whole_body = chunks_complete(body_begin, end);
    else if (body >= 0) whole_body = end - body_begin >= body;
    else {
        whole_body = closed;
        a->closes = true;
    }
    if (!whole_body) return false;
    for (char *line = b->answer; line < head_end + 2; line = strstr(line, "\r\n") + 2) {
        const char *v = value_of(line, "Set-Cookie");
        if (v) keep_cookie(b, v, strstr(v, "\r\n"));
    }
    return true;
}

static const char *parameter(const char *from, const char *end, const char *name, size_t *length) {
    size_t n = strlen(name);
    for (const char *p = from; (p = memmem(p, (size_t)(end - p), name, n)); p += n) {
        if (p == from || !strchr("?&", p[-1]) || p + n >= end || p[n] != '=') continue;
        const char *v = p + n + 1;
        for (*length = 0; v + *length < end && !strchr("&#", v[*length]);) ++*length;
        return v;
    }
    return NULL;
}

static int hex(char c) { return (c & 15) + (c > '9' ? 9 : 0); }

static void percent_decode(char *to, const char *from, size_t length) {
    for (const char *end = from + length; from < end; from++) {
        if (*from == '%' && end - from > 2) {
            *to++ = (char)(hex(from[1]) << 4 | hex(from[2]));
            from += 2;
        } else {
            *to++ = *from;
        }
    }
    *to = 0;
}

/* The visitor taps "allow": WeChat appends a code and the state to redirect_uri. */
static void consent(browser *b, const answer *a) {
    static char redirect_uri[ANSWER_MAX];
    size_t uri_length, state_length;
    const char *uri = parameter(a->location, a->location_end, "redirect_uri", &uri_length);
    const char *state = parameter(a->location, a->location_end, "state", &state_length);
    if (!uri || !state || state_length > 128 || strncmp(a->location, "http", 4)) {
        fail(b, "not WeChat's authorise page");
        return;
    }
    /* "0", who (16, from which the fake WeChat makes the OpenID), and what makes it fresh (15) */
    char code[33] = "0";
    alphanumerics(code + 1, 16, mix(seed ^ mix(b->visitor)));
    alphanumerics(code + 17, 15, mix(seed + ++counter));
    percent_decode(redirect_uri, uri, uri_length);
    char *host = strstr(redirect_uri, "://"), *path = host ? strchr(host + 3, '/') : NULL;
    if (!path || strlen(path) + state_length + 64 > TARGET_MAX) {
        fail(b, "redirect_uri is no address of the service");
        return;
    }
    snprintf(b->target, TARGET_MAX, "%s%ccode=%s&state=%.*s", path, strchr(path, '?') ? '&' : '?',
             code, (int)state_length, state);
    nanos t = now();
    if (measuring) record(&authorising, t - b->step_began);
    b->step = CALLING_BACK;
    b->step_began = t;
    send_request(b);
}

/* What the run is about has happened: a visitor has landed, or has got what --expect names. */
static void goal_reached(browser *b) {
    nanos t = now();
    links_total++;
    if (measuring) {
        record(b->step == AUTHORISING ? &authorising : &calling_back, t - b->step_began);
        record(&whole, t - b->link_began);
    }
    link_over(b);
}

static void landed(browser *b, const answer *a) {
    static const char wanted[] = LANDING "?profile_id=";
    const char *id = a->location + sizeof wanted - 1;
    if (strncmp(a->location, wanted, sizeof wanted - 1) || a->location_end - id < 16) {
        fail(b, "landed elsewhere");
        return;
    }
    uint64_t profile = 0;
    for (const char *p = id; p < a->location_end && *p != '#' && profile >> 60 == 0; p++)
        if (*p != '-') profile = profile << 4 | (uint64_t)hex(*p);
    uint64_t *known = &profile_of[b->visitor];
    if (!*known) visitors_linked++;
    if (*known && *known != profile) {
        fail(b, "another profile for the same visitor");
        return;
    }
    *known = profile;
    /* at once and as a whole line: whoever reads the file wants exactly those that were given */
    if (set.ids >= 0) dprintf(set.ids, "%.36s\n", id);
    if (set.expect) fail(b, "landed in spite of --expect");
    else goal_reached(b);
}

static bool expected(const browser *b, const char *error, size_t length) {
    return set.expect && b->step == CALLING_BACK && strlen(set.expect) == length &&
           !strncmp(set.expect, error, length);
}

static void take(browser *b, const answer *a) {
    size_t length;
    if (a->status != 302 || !a->location) {
        fail(b, "%s: status %d", b->step == AUTHORISING ? "authorise" : "callback", a->status);
        return;
    }
    const char *error = parameter(a->location, a->location_end, "error_code", &length);
    if (error && expected(b, error, length)) goal_reached(b);
    else if (error) fail(b, "error_code=%.*s", length > 8 ? 8 : (int)length, error);
    else if (set.authorise) goal_reached(b);
    else if (b->step == AUTHORISING) consent(b, a);
    else landed(b, a);
}

static void readable(browser *b) {
    ssize_t n = recv(b->socket, b->answer + b->got, ANSWER_MAX - b->got, MSG_DONTWAIT);
    if (n < 0 && errno == EAGAIN) return;
    if (b->step == IDLE) { /* closed between two links */
        reconnects++;
        hang_up(b);
        return;
    }
    if (n < 0) {
        lost(b, strerror(errno));
        return;
    }
    b->got += (size_t)n;
    b->answer[b->got] = 0;
    answer a;
    if (!complete(b, &a, n == 0)) {
        if (n == 0) lost(b, "closed in the middle of an answer");
        else if (b->got == ANSWER_MAX) fail(b, "an answer above %d KB", ANSWER_MAX / 1024);
        return;
    }
    b->used = true;
    if (a.closes) {
        reconnects++;
        hang_up(b);
    }
    take(b, &a);
}

/* ---- the run ---- */

static void start_the_idle(nanos t) {
    for (unsigned i = 0; i < set.browsers; i++)
        if (all[i].step == IDLE && t >= all[i].resume_at) begin_link(&all[i]);
}

static void give_up_the_slow(nanos t) {
    for (unsigned i = 0; i < set.browsers; i++)
        if (all[i].step != IDLE && t > all[i].step_began + set.patience * 1000000000ull)
            fail(&all[i], "no answer in %u s", set.patience);
}

static void turn(void) {
    static struct epoll_event events[256];
    int ready = epoll_wait(epoll, events, 256, PAUSE_MS);
    for (int i = 0; i < ready; i++) {
        browser *b = events[i].data.ptr;
        if (b->socket < 0) continue;
        if (b->connecting) connected(b);
        else readable(b);
        if (b->step == IDLE && !draining && now() >= b->resume_at) begin_link(b);
    }
}

/* A row of the curve for every few seconds since the first call. */
static void plot(nanos t) {
    static FILE *file;
    static nanos began, mark;
    static uint64_t links_at_mark;
    if (!file) {
        file = fopen(set.curve, "w");
        if (!file) die("%s: %s", set.curve, strerror(errno));
        fputs("seconds,links,links_per_second,failures\n", file);
        began = mark = t;
    }
    if (t - mark < CURVE_S * 1000000000ull) return;
    fprintf(file, "%.1f,%lu,%.1f,%lu\n", (double)(t - began) / 1e9, links_total,
            (double)(links_total - links_at_mark) * 1e9 / (double)(t - mark), failures);
    fflush(file);
    mark = t;
    links_at_mark = links_total;
}

/* Runs for so many seconds and prints the pace every ten; returns the seconds that it really took. */
static double run(unsigned seconds, const char *name) {
    nanos began = now(), end = began + seconds * 1000000000ull, look = began, mark = began;
    uint64_t links_at_mark = links_total;
    for (nanos t = began; t < end && (!set.failures || failures < set.failures); t = now()) {
        turn();
        if (t < look) continue;
        look = t + PAUSE_MS * 1000000ull;
        if (set.curve) plot(t);
        start_the_idle(t);
        give_up_the_slow(t);
        if (t - mark < 10000000000ull) continue;
        printf("  %-9s%4.0f s%9.0f links/s\n", name, (double)(t - began) / 1e9,
               (double)(links_total - links_at_mark) * 1e9 / (double)(t - mark));
        fflush(stdout);
        mark = t;
        links_at_mark = links_total;
    }
    return (double)(now() - began) / 1e9;
}

static void drain(void) {
    draining = true;
    for (nanos end = now() + set.patience * 1000000000ull; busy && now() < end;) turn();
    if (!busy) return;
    for (unsigned i = 0; i < set.browsers; i++)
        if (all[i].step != IDLE) fail(&all[i], "no answer at the end");
}

static void summary(double seconds) {
    const char *what = set.authorise ? "requests" : "links";
    printf("\n%.1f %s/s  (%lu %s in %.1f s, %u browsers, %u %% returning, %s)\n\n",
           (double)whole.count / seconds, what, whole.count, what, seconds, set.browsers,
           set.returning, set.auth_type);
    printf("%-12s%9s%9s%9s%9s%9s%9s\n", "ms", "p50", "p90", "p95", "p99", "p99.9", "max");
    print_row("link", &whole);
    print_row("  authorise", &authorising);
    if (!set.authorise) print_row("  callback", &calling_back);
    printf("\nin all       %lu links, %lu visitors, %lu reconnects\n", links_total,
           visitors_linked, reconnects);
    printf("errors       %lu\n", failures);
    for (unsigned k = 0; k < KINDS_MAX && kinds[k].count; k++)
        printf("  %8lu  %s\n", kinds[k].count, kinds[k].name);
    if (unseen_kinds) printf("  %8lu  of other kinds\n", unseen_kinds);
    if (failures) printf("the first of them:\n%s\n", first_bad);
}

static void find_the_server(void) {
    static char host[256];
    const char *rest = set.base_url;
    if (strncmp(rest, "http://", 7)) die("--base-url wants http://host[:port]");
    snprintf(host, sizeof host, "%.*s", (int)strcspn(rest + 7, "/"), rest + 7);
    set.host = strdup(host);
    char *colon = strrchr(host, ':');
    if (colon) *colon = 0;
    struct addrinfo hints = {.ai_family = AF_INET, .ai_socktype = SOCK_STREAM}, *found;
    int trouble = getaddrinfo(host, colon ? colon + 1 : "80", &hints, &found);
    if (trouble) die("%s: %s", host, gai_strerror(trouble));
    memcpy(&set.address, found->ai_addr, found->ai_addrlen);
    set.address_length = found->ai_addrlen;
    freeaddrinfo(found);
}

static unsigned number(const char *text, const char *name, unsigned least, unsigned most) {
    char *end;
    unsigned long n = strtoul(text, &end, 10);
    if (*end || end == text || n < least || n > most)
        die("--%s wants a number from %u to %u", name, least, most);
    return (unsigned)n;
}

static void read_options(int count, char **words) {
    static const struct option known[] = {
            {"base-url", 1, 0, 'b'},  {"account", 1, 0, 'a'}, {"auth-type", 1, 0, 't'},
            {"browsers", 1, 0, 'n'},  {"warmup", 1, 0, 'w'},  {"seconds", 1, 0, 's'},
            {"returning", 1, 0, 'r'}, {"fresh", 0, 0, 'f'},   {"cookies", 1, 0, 'c'},
            {"curve", 1, 0, 'C'},     {"ids", 1, 0, 'I'},     {"expect", 1, 0, 'e'},
            {"authorise", 0, 0, 'A'},
            {"patience", 1, 0, 'p'},  {"pause", 1, 0, 'P'},   {"failures", 1, 0, 'F'},
            {0}};
    for (int o; (o = getopt_long(count, words, "", known, NULL)) != -1;) {
        switch (o) {
            case 'b': set.base_url = optarg; break;
            case 'a': set.account = optarg; break;
            case 't': set.auth_type = optarg; break;
            case 'n': set.browsers = number(optarg, "browsers", 1, 10000); break;
            case 'w': set.warmup = number(optarg, "warmup", 0, 3600); break;
            case 's': set.seconds = number(optarg, "seconds", 1, 3600); break;
            case 'r': set.returning = number(optarg, "returning", 0, 100); break;
            case 'f': set.returning = 0; break;
            case 'c': set.cookies = number(optarg, "cookies", 0, COOKIES_MAX); break;
            case 'C': set.curve = optarg; break;
            case 'I':
                set.ids = open(optarg, O_WRONLY | O_CREAT | O_APPEND, 0600);
                if (set.ids < 0) die("%s: %s", optarg, strerror(errno));
                break;
            case 'e': set.expect = optarg; break;
            case 'A': set.authorise = true; break;
            case 'p': set.patience = number(optarg, "patience", 1, 3600); break;
            case 'P': set.pause = number(optarg, "pause", 0, 600000); break;
            case 'F': set.failures = number(optarg, "failures", 0, 1000000000); break;
            default: exit(2);
        }
    }
    if (!set.account || optind < count)
        die("usage: links --account ID [--base-url URL] [--auth-type snsapi_userinfo|snsapi_base]"
            " [--browsers N] [--warmup S] [--seconds S] [--fresh | --returning PERCENT]"
            " [--cookies N] [--authorise | --expect ERROR_CODE] [--pause MS] [--patience S]"
            " [--failures N] [--curve FILE] [--ids FILE]");
}

/* A connection for each browser, and a few files. */
static void raise_limit(void) {
    struct rlimit limit;
    getrlimit(RLIMIT_NOFILE, &limit);
    if (limit.rlim_cur >= set.browsers + 32) return;
    limit.rlim_cur = set.browsers + 32;
    if (limit.rlim_max < limit.rlim_cur) limit.rlim_max = limit.rlim_cur;
    if (setrlimit(RLIMIT_NOFILE, &limit)) die("%u open files: %s", set.browsers, strerror(errno));
}

int main(int count, char **words) {
    read_options(count, words);
    find_the_server();
    raise_limit();
    if (getrandom(&seed, sizeof seed, 0) != sizeof seed) die("no randomness");
    epoll = epoll_create1(EPOLL_CLOEXEC);
    all = calloc(set.browsers, sizeof *all);
    if (!all) die("out of memory");
    for (unsigned i = 0; i < set.browsers; i++) {
        all[i].socket = -1;
        if (set.pause) all[i].resume_at = now() + pause_of_a_visitor();
    }

    run(set.warmup, "warm-up");
    puts("-- warm"); /* bench/run reads the other processes' clocks at these two lines */
    fflush(stdout);
    measuring = true;
    double cpu = cpu_seconds(), seconds = run(set.seconds, "measured");
    measuring = false;
    printf("-- measured %.3f\n", cpu_seconds() - cpu);
    fflush(stdout);
    drain();
    summary(seconds);
    return failures ? 1 : 0;
}
