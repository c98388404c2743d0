/** Larger than any real answer: 50,000 sub-users take about 9 MB. */
export const bodyLimitBytes = 10 * 1024 * 1024;

export class BodyTooLargeError extends Error {}

/**
 * Reads a body as a whole and cancels it once it exceeds the limit: 100 MB of body would cost 320 MB of memory.
 */
export async function readBody(
  response: Response,
  limitBytes = bodyLimitBytes,
): Promise<Uint8Array<ArrayBuffer>> {
  if (response.body === null) return new Uint8Array();
  const reader = response.body.getReader();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return Buffer.concat(chunks);
    bytes += value.byteLength;
    if (bytes > limitBytes) {
      // Not awaited: a transport that hangs would block the caller too.
      void reader.cancel().catch(() => {});
      throw new BodyTooLargeError();
    }
    chunks.push(value);
  }
}
