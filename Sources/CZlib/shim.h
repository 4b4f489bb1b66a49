#ifndef SAMSPIL_CZLIB_SHIM_H
#define SAMSPIL_CZLIB_SHIM_H

#include <zlib.h>

/* What is a macro in zlib's header, and a stream that must not move in memory between calls. */

static inline unsigned long samspil_deflate_room(unsigned long count) {
    return compressBound(count) + 64;
}

/* Raw deflate (RFC 1951) of one piece that refers to nothing before it. It ends at a byte and is followed by another
 * piece, unless it is the last. Returns the bytes written, or 0 where there was no memory or no room. */
static inline unsigned long samspil_deflate(
    const unsigned char *input, unsigned long count, unsigned char *output, unsigned long room, int is_last) {
    z_stream stream = {0};
    if (deflateInit2(&stream, 4, Z_DEFLATED, -15, 8, Z_DEFAULT_STRATEGY) != Z_OK) return 0;
    stream.next_in = (unsigned char *)input;
    stream.avail_in = (unsigned int)count;
    stream.next_out = output;
    stream.avail_out = (unsigned int)room;
    int result = deflate(&stream, is_last ? Z_FINISH : Z_FULL_FLUSH);
    int is_whole = stream.avail_in == 0 && stream.avail_out > 0 && result == (is_last ? Z_STREAM_END : Z_OK);
    deflateEnd(&stream);
    return is_whole ? stream.total_out : 0;
}

#endif
