const barWidth = 30;

export type Progress = { add(bytes: number): void; end(): void };

/** Shows a bar on a terminal, and a line for every quarter elsewhere. */
export function showProgress(label: string, totalBytes: number): Progress {
  const { stdout } = process;
  let doneBytes = 0;
  let shown = -1;

  function show(): void {
    const share = totalBytes > 0 ? Math.min(1, doneBytes / totalBytes) : 0;
    const step = Math.floor(share * (stdout.isTTY ? 100 : 4));
    if (step === shown) return;
    shown = step;
    const percent = `${String(Math.floor(share * 100)).padStart(3)} %`;
    const full = Math.round(share * barWidth);
    if (stdout.isTTY)
      stdout.write(`\r${label} [${'#'.repeat(full)}${'.'.repeat(barWidth - full)}] ${percent}`);
    else console.log(`${label}: ${percent}`);
  }

  show();
  return {
    add(bytes) {
      doneBytes += bytes;
      show();
    },
    end() {
      if (stdout.isTTY) stdout.write('\n');
    },
  };
}
