/** A process of ours that ended, for a report: `code` is the system's word for how (`KILLED`, `OOM`, `LAUNCH_FAILED`). */
export class ProcessGone extends Error {
  override name = 'ProcessGone';
  readonly code: string;

  constructor(reason: string) {
    super(reason);
    this.code = reason.toUpperCase().replaceAll('-', '_');
  }
}
