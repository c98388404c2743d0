import type { ReactNode } from 'react';
import './data-table.css';

type DataTableProps = {
  label: string;
  headings: readonly string[];
  /** What the table leaves out; null if nothing. */
  more?: string | null;
  /** For a dialog: the rows scroll below the headings. */
  scrolls?: boolean;
  /** The rows of the table. */
  children: ReactNode;
};

/** Frames a table that is only read: its headings, its rows, and what it leaves out. */
export function DataTable({ label, headings, more = null, scrolls = false, children }: DataTableProps) {
  const content = (
    <>
      <table aria-label={label}>
        <thead>
          <tr>
            {headings.map((heading) => (
              <th key={heading} scope="col">
                {heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
      {more !== null && <p className="hint">{more}</p>}
    </>
  );
  if (!scrolls) return <div className="data-table">{content}</div>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the keys scroll what has the focus.
    <section className="data-table scrolls" tabIndex={0} aria-label={label}>
      {content}
    </section>
  );
}
