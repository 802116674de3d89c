/** Of the run-time log on its way to the server; for the browser and the server. */

export const maxRecordValue = 262_144;
/** Longer answers and refused values are cut in the log; what counts is in the records of what was set. */
export const maxLoggedAnswer = 1_000;
export const maxRecordsAtOnce = 500;
/** Bytes of a request with records; also the limit of the route. */
export const maxRecordsBody = 1_048_576;
export const maxBox = 2_097_152;
/** Bytes of a request with deliveries: at least two of the largest boxes. */
export const maxDeliveriesBody = 2 * maxBox;
