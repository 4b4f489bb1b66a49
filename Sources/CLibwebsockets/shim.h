#ifndef SAMSPIL_CLIBWEBSOCKETS_SHIM_H
#define SAMSPIL_CLIBWEBSOCKETS_SHIM_H

#include <libwebsockets.h>

// Swift cannot import the LWS_PRE macro because it is an expression.
static const int samspil_lws_pre = LWS_PRE;

#endif
