/*
 * A fake WeChat: the token and the userinfo endpoints, for any code that links.c makes up.
 *
 * One thread, one epoll. Answers come at once, after a fixed time (--delay MS), or never (--hang); while it
 * runs, GET /answer-after?ms=300 (or ms=never) changes that for later requests. Requests have no bodies.
 */
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <getopt.h>
#include <netinet/tcp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

enum {
    REQUEST_MAX = 8 * 1024,
    ANSWER_MAX = 4 * 1024,
    ARGUMENT_MAX = 256,
    QUEUE = 4096,        /* of connections that are not accepted yet */
    CONNECTIONS = 16384, /* a power of two */
};

typedef uint64_t nanos;

static const nanos NEVER = UINT64_MAX;

static nanos now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (nanos)t.tv_sec * 1000000000u + (nanos)t.tv_nsec;
}

static void die(const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    fputs("wechat: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    va_end(arguments);
    exit(2);
}

/* ---- connections, by their descriptors ---- */

typedef struct {
    unsigned generation; /* another one for each connection with the same descriptor */
    bool closes, waits;
    size_t got, length;
    char request[REQUEST_MAX + 1];
    char answer[ANSWER_MAX];
} connection;

static int epoll, port = 9292;
static nanos delay; /* or NEVER */
static connection *all[CONNECTIONS];

/* The answers that wait, first come, first served: each connection has one at most. */
static struct {
    nanos due;
    int socket;
    unsigned generation;
} waiting[CONNECTIONS];
static unsigned first_waiting, after_waiting;

static void hang_up(int socket) {
    all[socket]->generation++;
    close(socket);
}

static void accept_all(int listener) {
    for (int s; (s = accept4(listener, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC)) >= 0;) {
        if (s >= CONNECTIONS) {
            close(s);
            continue;
        }
        if (!all[s] && !(all[s] = calloc(1, sizeof *all[s]))) die("out of memory");
        all[s]->closes = all[s]->waits = false;
        all[s]->got = 0;
        int on = 1;
        setsockopt(s, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        struct epoll_event event = {.events = EPOLLIN, .data.fd = s};
        epoll_ctl(epoll, EPOLL_CTL_ADD, s, &event);
    }
}

/* ---- answers ---- */

static void answer(connection *c, const char *status, const char *format, ...) {
    char body[ANSWER_MAX - 256];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(body, sizeof body, format, arguments);
    va_end(arguments);
    /* WeChat labels its JSON like this, without a charset */
    c->length = (size_t)snprintf(c->answer, ANSWER_MAX,
                                 "HTTP/1.1 %s\r\nConnection: %s\r\nContent-Type: text/plain\r\n"
                                 "Content-Length: %d\r\n\r\n%s",
                                 status, c->closes ? "close" : "keep-alive", length, body);
}

/* The value of an argument as it was sent, empty if there is none or it is too long. */
static const char *argument(const char *query, const char *name, char *value) {
    size_t n = strlen(name), length;
    *value = 0;
    for (const char *p = query; p && *p; p = strchr(p, '&')) {
        p += *p == '&';
        if (strncmp(p, name, n) || p[n] != '=') continue;
        length = strcspn(p + n + 1, "&");
        if (length < ARGUMENT_MAX) snprintf(value, ARGUMENT_MAX, "%.*s", (int)length, p + n + 1);
        break;
    }
    return value;
}

/* A code is "0", who (16), and what makes it fresh (15). */
static bool made_up_by_links(const char *code) {
    static const char digits[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    return *code == '0' && strlen(code) == 32 && strspn(code, digits) == 32;
}

static void give_token(connection *c, const char *query) {
    char code[ARGUMENT_MAX];
    argument(query, "code", code);
    if (!made_up_by_links(code)) {
        answer(c, "200 OK",
               "{\"errcode\":40029,\"errmsg\":\"invalid code, rid: 69230f00-0b42d302-2712d6d6\"}");
        return;
    }
    /* an OpenID has 28 characters, and the same who is the same person */
    answer(c, "200 OK",
           "{\"access_token\":\"82_%s%s%s\",\"expires_in\":7200,\"refresh_token\":\"82_R%s%s%s\","
           "\"openid\":\"o6_bmjrPTlmc%.16s\",\"scope\":\"snsapi_userinfo\"}",
           code, code, code, code, code, code, code + 1);
}

static void give_userinfo(connection *c, const char *query) {
    char token[ARGUMENT_MAX], openid[ARGUMENT_MAX];
    argument(query, "openid", openid);
    if (!*argument(query, "access_token", token))
        answer(c, "200 OK",
               "{\"errcode\":41001,"
               "\"errmsg\":\"access_token missing, rid: 69230f00-0b42d302-2712d6d6\"}");
    else
        answer(c, "200 OK",
               "{\"openid\":\"%s\",\"nickname\":\"小明🎉\",\"sex\":0,\"language\":\"\",\"city\":\"\","
               "\"province\":\"\",\"country\":\"\",\"headimgurl\":"
               "\"https:\\/\\/thirdwx.qlogo.cn\\/mmopen\\/vi_32\\/%s%s%s\\/132\",\"privilege\":[]}",
               openid, openid, openid, openid);
}

static void answer_after(connection *c, const char *query) {
    char ms[ARGUMENT_MAX], *end;
    argument(query, "ms", ms);
    unsigned long wanted = strtoul(ms, &end, 10);
    if (!strcmp(ms, "never")) delay = NEVER;
    else if (*ms && !*end) delay = wanted * 1000000ull;
    else {
        answer(c, "400 Bad Request", "");
        return;
    }
    answer(c, "200 OK", "");
}

static void deliver(int s) {
    connection *c = all[s];
    c->waits = false;
    ssize_t sent = send(s, c->answer, c->length, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent != (ssize_t)c->length || c->closes) hang_up(s);
}

static void deliver_later(int s) {
    unsigned at = after_waiting++ % CONNECTIONS;
    waiting[at].due = now() + delay;
    waiting[at].socket = s;
    waiting[at].generation = all[s]->generation;
}

/* ---- requests ---- */

static bool at(const char *path, const char *wanted, const char **query) {
    size_t length = strlen(wanted);
    if (strncmp(path, wanted, length) || (path[length] && path[length] != '?')) return false;
    *query = path + length + (path[length] == '?');
    return true;
}

/* Takes one whole request out of the buffer and answers it; false if there is none yet. */
static bool take(int s) {
    connection *c = all[s];
    char *head_end = memmem(c->request, c->got, "\r\n\r\n", 4);
    if (!head_end) return false;
    *head_end = 0;
    c->closes = strcasestr(c->request, "\r\nConnection: close") != NULL;
    char *path = strchr(c->request, ' '), *path_end = path ? strchr(path + 1, ' ') : NULL;
    if (!path_end) {
        hang_up(s);
        return false;
    }
    *path_end = 0;
    bool at_once = delay == 0;
    const char *query;
    c->waits = true;
    if (at(path + 1, "/sns/oauth2/access_token", &query)) give_token(c, query);
    else if (at(path + 1, "/sns/userinfo", &query)) give_userinfo(c, query);
    else {
        at_once = true;
        if (at(path + 1, "/answer-after", &query)) answer_after(c, query);
        else answer(c, "404 Not Found", "");
    }
    c->got -= (size_t)(head_end + 4 - c->request);
    memmove(c->request, head_end + 4, c->got);
    if (at_once) deliver(s);
    else if (delay != NEVER) deliver_later(s);
    return true;
}

static void readable(int s) {
    connection *c = all[s];
    ssize_t n = recv(s, c->request + c->got, REQUEST_MAX - c->got, MSG_DONTWAIT);
    if (n < 0 && errno == EAGAIN) return;
    if (n <= 0) {
        hang_up(s);
        return;
    }
    c->got += (size_t)n;
    c->request[c->got] = 0;
    for (unsigned g = c->generation; g == c->generation && !c->waits && take(s);) {}
}

static void deliver_what_is_due(void) {
    for (nanos t = now(); first_waiting != after_waiting; first_waiting++) {
        unsigned i = first_waiting % CONNECTIONS;
        connection *c = all[waiting[i].socket];
        if (c->generation != waiting[i].generation) continue;
        if (waiting[i].due > t) return;
        deliver(waiting[i].socket);
        for (unsigned g = c->generation; g == c->generation && !c->waits && take(waiting[i].socket);) {}
    }
}

static int milliseconds_to_wait(void) {
    if (first_waiting == after_waiting) return -1;
    nanos t = now(), due = waiting[first_waiting % CONNECTIONS].due;
    return due <= t ? 0 : (int)((due - t + 999999) / 1000000);
}

/* ---- the run ---- */

static void read_options(int count, char **words) {
    static const struct option known[] = {
            {"port", 1, 0, 'p'}, {"delay", 1, 0, 'd'}, {"hang", 0, 0, 'h'}, {0}};
    for (int o; (o = getopt_long(count, words, "", known, NULL)) != -1;) {
        switch (o) {
            case 'p': port = atoi(optarg); break;
            case 'd': delay = strtoul(optarg, NULL, 10) * 1000000ull; break;
            case 'h': delay = NEVER; break;
            default: exit(2);
        }
    }
    if (optind < count) die("usage: wechat [--port N] [--delay MS | --hang]");
}

static int listener(void) {
    int s = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0), on = 1;
    struct sockaddr_in address = {.sin_family = AF_INET,
                                  .sin_port = htons((uint16_t)port),
                                  .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    setsockopt(s, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (bind(s, (struct sockaddr *)&address, sizeof address) || listen(s, QUEUE))
        die("port %d: %s", port, strerror(errno));
    return s;
}

int main(int count, char **words) {
    read_options(count, words);
    struct rlimit limit = {CONNECTIONS, CONNECTIONS};
    if (setrlimit(RLIMIT_NOFILE, &limit)) {
        getrlimit(RLIMIT_NOFILE, &limit);
        limit.rlim_cur = limit.rlim_max;
        setrlimit(RLIMIT_NOFILE, &limit);
    }
    int listening = listener();
    epoll = epoll_create1(EPOLL_CLOEXEC);
    struct epoll_event event = {.events = EPOLLIN, .data.fd = listening};
    epoll_ctl(epoll, EPOLL_CTL_ADD, listening, &event);
    for (;;) {
        static struct epoll_event events[256];
        int ready = epoll_wait(epoll, events, 256, milliseconds_to_wait());
        for (int i = 0; i < ready; i++) {
            if (events[i].data.fd == listening) accept_all(listening);
            else readable(events[i].data.fd);
        }
        deliver_what_is_due();
    }
}
