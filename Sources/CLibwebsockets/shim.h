#ifndef SAMSPIL_CLIBWEBSOCKETS_SHIM_H
#define SAMSPIL_CLIBWEBSOCKETS_SHIM_H

#include <libwebsockets.h>
#include <sys/timerfd.h>

// Swift cannot import the LWS_PRE macro because it is an expression.
static const int samspil_lws_pre = LWS_PRE;

// The options are 64-bit shift expressions, which Swift imports as nothing or as the wrong width.
static const uint64_t samspil_option_libev = LWS_SERVER_OPTION_LIBEV;
static const uint64_t samspil_option_validate_utf8 = LWS_SERVER_OPTION_VALIDATE_UTF8;
static const uint64_t samspil_option_tls_init = LWS_SERVER_OPTION_DO_SSL_GLOBAL_INIT;

#endif
