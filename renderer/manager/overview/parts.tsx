import { Fragment } from 'react';

const dot = ' · ';

/** Shows a line of parts with dots between them. It wraps after a dot, and within a part only where that alone is too long. */
export function Parts({ text }: { text: string }) {
  const parts = text.split(dot);
  return parts.map((part, index) => (
    <Fragment key={part}>
      <span className="part">
        {part}
        {index < parts.length - 1 && dot.trimEnd()}
      </span>{' '}
    </Fragment>
  ));
}
