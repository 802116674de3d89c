/** Sent in one request; small enough to pass reverse proxies and to be through within a minute on a slow line. */
export const uploadChunk = 4 * 1024 ** 2;

/** Packages of one person that are on their way or wait for their check, all at once. */
export const maxPackagesWaiting = 10;
