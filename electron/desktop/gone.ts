/** A process of ours that ended, for a report: `code` is the system's word for how (`killed`, `oom`, `crashed`). */
export class ProcessGone extends Error {
  override name = 'ProcessGone';
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.code = code;
  }
}
