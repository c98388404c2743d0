import { useMemo, useState } from 'react';
import { Button, FileTrigger } from 'react-aria-components';
import { describeFailure } from '../../../../electron/contract/failure-text.ts';
import type { PlannedSubUser } from '../../../../electron/contract/job.ts';
import { useCommand } from '../../../state/command.ts';
import { useMirror } from '../../../state/mirror.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { type CsvFile, type CsvLine, readCsv } from './read-csv.ts';

const mostBytes = 5_000_000;
const mostShown = 300;

/** Creates many from a CSV file, after a look at what each line would do. Nothing is sent before. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const [file, setFile] = useState<CsvFile | null>(null);
  const list = useMirror((mirror) => mirror.subUsers);
  const start = useCommand('startJob');
  const there = useMemo(() => new Set(list?.subUsers.map(({ username }) => username)), [list]);
  const lines = file !== null && 'lines' in file ? file.lines : [];
  const plans = lines.flatMap((line) => ('plan' in line && !there.has(line.username) ? [line.plan] : []));
  const bad = lines.filter((line) => 'problems' in line);

  async function choose(files: FileList | null) {
    const chosen = files?.[0];
    if (chosen === undefined) return;
    if (chosen.size > mostBytes) setFile({ problem: 'The file is too large for a list of sub-users.' });
    else setFile(readCsv(await chosen.text()));
  }
  async function create(subUsers: PlannedSubUser[]) {
    const outcome = await start.run({ kind: 'create', subUsers });
    if (outcome.ok) onClose();
  }

  return (
    <Dialog title="Create sub-users from CSV" onClose={onClose} wide>
      <p className="hint">
        The first line names the columns: <code>username</code>, <code>limit</code> (GB, 0 to block, or
        unlimited), and if you like <code>password</code>, <code>lifetime</code>, <code>auto_disable</code>{' '}
        (yes or no; yes where it is missing). A missing password is made. Sub-users that are there already are
        left alone.
      </p>
      <FileTrigger acceptedFileTypes={['.csv', 'text/csv']} onSelect={(files) => void choose(files)}>
        <Button className="button at-start">{file === null ? 'Choose file' : 'Choose another file'}</Button>
      </FileTrigger>
      {file !== null && 'problem' in file && (
        <Notice tone="error">
          <p>{file.problem}</p>
        </Notice>
      )}
      {lines.length > 0 && (
        <>
          <p role="status">
            {plans.length} to create, {bad.length} with a fault, {lines.length - plans.length - bad.length}{' '}
            there already.
          </p>
          <Preview lines={lines} there={there} />
        </>
      )}
      {bad.length > 0 && <p className="hint">Lines with a fault are left out.</p>}
      {start.failure !== null && (
        <Notice tone="error">
          <p>{describeFailure(start.failure)}</p>
        </Notice>
      )}
      <div className="dialog-foot">
        <Button className="button" onPress={onClose}>
          Cancel
        </Button>
        <Button
          className="button primary"
          isDisabled={plans.length === 0}
          isPending={start.running}
          onPress={() => void create(plans)}
        >
          {plans.length === 0 ? 'Create' : `Create ${plans.length}`}
        </Button>
      </div>
    </Dialog>
  );
}

/** Every line with a fault, and the first of the others. */
function Preview({ lines, there }: { lines: CsvLine[]; there: ReadonlySet<string> }) {
  const locale = useMirror((mirror) => mirror.environment?.locale) ?? 'en';
  const bad = lines.filter((line) => 'problems' in line);
  const good = lines.filter((line) => 'plan' in line);
  const shown = [...bad, ...good.slice(0, mostShown)];
  return (
    <div className="results">
      <table aria-label="Lines of the file">
        <thead>
          <tr>
            <th scope="col">Line</th>
            <th scope="col">Username</th>
            <th scope="col">What will happen</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <tr key={line.line} className={'problems' in line ? 'failed' : ''}>
              <td>{line.line}</td>
              <td>
                <bdi>{line.username}</bdi>
              </td>
              <td>{wordsFor(line, there, locale)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {good.length > mostShown && <p className="hint">And {good.length - mostShown} more without a fault.</p>}
    </div>
  );
}

function wordsFor(line: CsvLine, there: ReadonlySet<string>, locale: string): string {
  if ('problems' in line) return line.problems.join(' ');
  if (there.has(line.username)) return 'It is there already and is left alone.';
  const { limitGb, password, lifetime, disablesAtLimit } = line.plan;
  const limit =
    limitGb === null ? 'unlimited' : limitGb === 0 ? 'blocked' : `${limitGb.toLocaleString(locale)} GB`;
  return [
    `Created: ${limit}`,
    ...(lifetime ? ['lifetime'] : []),
    disablesAtLimit ? 'disabled at its limit' : 'not disabled at its limit',
    password === null ? 'password made' : 'password from the file',
  ].join(', ');
}
