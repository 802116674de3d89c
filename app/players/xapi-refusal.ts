/** A request to the statement store that is refused: the status and reason are for the author of the content. */
export class XapiRefusal extends Error {
  readonly status: 400 | 401 | 403 | 404 | 409 | 412 | 413;

  constructor(status: XapiRefusal["status"], reason: string) {
    super(reason);
    this.status = status;
  }
}
