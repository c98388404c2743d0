/** Reports that one of our processes ended. `code` is the system's reason (`KILLED`, `OOM`, `LAUNCH_FAILED`). */
export class ProcessGone extends Error {
  override name = 'ProcessGone';
  readonly code: string;

  constructor(reason: string) {
    super(reason);
    this.code = reason.toUpperCase().replaceAll('-', '_');
  }
}
