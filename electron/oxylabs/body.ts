/** More than any honest answer: 50,000 sub-users take about 9 MB. */
export const bodyLimitBytes = 10 * 1024 * 1024;

export class BodyTooLargeError extends Error {}

/** Reads a body as text and stops the server as soon as it is over the limit: 100 MB of body would cost 320 MB of memory. */
export async function readBody(response: Response, limitBytes = bodyLimitBytes): Promise<string> {
  if (response.body === null) return '';
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    bytes += value.byteLength;
    if (bytes > limitBytes) {
      // Not waited for: a transport that is stuck would hold the caller as well.
      void reader.cancel().catch(() => {});
      throw new BodyTooLargeError();
    }
    text += decoder.decode(value, { stream: true });
  }
}
