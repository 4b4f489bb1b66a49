#ifndef SAMSPIL_CMALLOC_SHIM_H
#define SAMSPIL_CMALLOC_SHIM_H

#include <malloc.h>

#endif
