/** The largest package that can be uploaded, in bytes: 1 GB. */
export const largestUpload = 1024 ** 3;

/** Sent in one request; small enough to pass reverse proxies and to be through within a minute on a slow line. */
export const uploadChunk = 4 * 1024 ** 2;
