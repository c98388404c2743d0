/** Returns the file names of the pictures in `docs/pictures/` that a Markdown text shows. */
export function picturesIn(markdown: string): string[] {
  return [
    ...new Set([...markdown.matchAll(/docs\/pictures\/([\w-]+\.png)/g)].flatMap(([, name]) => name ?? [])),
  ];
}
