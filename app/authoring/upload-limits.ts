/** Sent in one request; small enough to pass reverse proxies and to be through within a minute on a slow line. */
export const uploadChunk = 4 * 1024 ** 2;
