/** Shows a text whose parts between backticks are code. */
export function CodedText({ text }: { text: string }) {
  let end = 0;
  return text.split('`').map((part, index) => {
    const start = end;
    end += part.length + 1;
    return index % 2 === 1 ? <code key={start}>{part}</code> : <span key={start}>{part}</span>;
  });
}
