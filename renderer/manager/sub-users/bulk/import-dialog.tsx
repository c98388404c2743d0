import { useEffect, useMemo, useState } from 'react';
import { Button, FileTrigger, useLocale } from 'react-aria-components';
import type { PlannedSubUser } from '../../../../electron/contract/job.ts';
import { createCountText, plannedText } from '../../../../electron/text/import.ts';
import { say } from '../../../../electron/text/say.ts';
import { bridge } from '../../../state/bridge.ts';
import { useCommand } from '../../../state/command.ts';
import { Message } from '../../../ui/message.tsx';
import { useMirror } from '../../mirror.ts';
import { CodedText } from '../../ui/coded-text.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Dialog, DialogFoot } from '../../ui/dialog.tsx';
import { FailureBanner } from '../../ui/failure-banner.tsx';
import { SaveButton } from '../../ui/save-button.tsx';
import { errorLinesCsv, isBad, templateCsv } from './import-files.ts';
import { type CsvFile, type CsvLine, readCsv } from './read-csv.ts';

const mostBytes = 5_000_000;
const mostShown = 300;

type ImportDialogProps = {
  /** A file that was dropped on the window; null to choose one. */
  dropped: File | null;
  onClose: () => void;
};

/** Creates sub-users from a CSV file, after a preview of every line. Nothing is sent before that. */
export function ImportDialog({ dropped, onClose }: ImportDialogProps) {
  const [file, setFile] = useState<CsvFile | null>(null);
  const { locale } = useLocale();
  const start = useCommand('startJob');
  const { lines, plans, bad, existing, there } = usePlans(file);
  const counts = { good: plans.length, bad: bad.length, existing };

  async function choose(chosen: File | undefined) {
    if (chosen === undefined) return;
    if (chosen.size > mostBytes) setFile({ problem: say('csvImport.tooLarge') });
    else setFile(readCsv(await chosen.text()));
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: each dropped file is read once.
  useEffect(() => {
    if (dropped !== null) void choose(dropped);
  }, [dropped]);
  async function create(subUsers: PlannedSubUser[]) {
    const outcome = await start.run({ kind: 'create', subUsers });
    if (outcome.ok) onClose();
  }

  return (
    <Dialog title={say('csvImport.title')} onClose={onClose} wide>
      <p className="hint">
        <CodedText text={say('csvImport.hint')} />
      </p>
      <div className="import-sources">
        <FileTrigger acceptedFileTypes={['.csv', 'text/csv']} onSelect={(files) => void choose(files?.[0])}>
          <Button className="button">
            {file === null ? say('csvImport.chooseFile') : say('csvImport.chooseAnother')}
          </Button>
        </FileTrigger>
        <SaveButton
          name={say('csvImport.template')}
          save={() =>
            bridge.command('saveText', { suggestedName: say('csvImport.templateName'), text: templateCsv() })
          }
        />
      </div>
      {file !== null && 'problem' in file && <Message tone="error" text={file.problem} />}
      {lines.length > 0 && (
        <>
          <p role="status">{say('csvImport.counts', counts, locale)}</p>
          <Preview lines={lines} there={there} />
        </>
      )}
      {file !== null && 'lines' in file && bad.length > 0 && (
        <SaveButton
          name={say('csvImport.saveErrors', { count: bad.length }, locale)}
          save={() =>
            bridge.command('saveText', {
              suggestedName: say('csvImport.errorsName'),
              text: errorLinesCsv(file.headings, bad),
            })
          }
        />
      )}
      <FailureBanner failure={start.failure} />
      <DialogFoot onCancel={onClose}>
        <Button
          className="button primary"
          isDisabled={plans.length === 0}
          isPending={start.running}
          onPress={() => void create(plans)}
        >
          {createCountText(plans.length, locale)}
        </Button>
      </DialogFoot>
    </Dialog>
  );
}

/** Sorts the lines of the file: what they would create, what is wrong, and what exists already. */
function usePlans(file: CsvFile | null) {
  const list = useMirror((mirror) => mirror.subUsers);
  const there = useMemo(() => new Set(list.subUsers.map(({ username }) => username)), [list]);
  const lines = file !== null && 'lines' in file ? file.lines : [];
  const plans = lines.flatMap((line) => ('plan' in line && !there.has(line.username) ? [line.plan] : []));
  const bad = lines.filter(isBad);
  return { lines, plans, bad, existing: lines.length - plans.length - bad.length, there };
}

/** Shows every invalid line, and the first of the others. */
function Preview({ lines, there }: { lines: CsvLine[]; there: ReadonlySet<string> }) {
  const { locale } = useLocale();
  const bad = lines.filter((line) => 'problems' in line);
  const good = lines.filter((line) => 'plan' in line);
  const shown = [...bad, ...good.slice(0, mostShown)];
  return (
    <DataTable
      label={say('csvImport.table')}
      headings={[say('csvImport.line'), say('csvImport.username'), say('csvImport.effect')]}
      more={
        good.length > mostShown ? say('csvImport.moreGood', { count: good.length - mostShown }, locale) : null
      }
      scrolls
    >
      {shown.map((line) => (
        <tr key={line.line} className={'problems' in line ? 'failed' : ''}>
          <td>{line.line}</td>
          <td>
            <bdi>{line.username}</bdi>
          </td>
          <td>{wordsFor(line, there, locale)}</td>
        </tr>
      ))}
    </DataTable>
  );
}

function wordsFor(line: CsvLine, there: ReadonlySet<string>, locale: string): string {
  if ('problems' in line) return line.problems.join(' ');
  return there.has(line.username) ? say('csvImport.exists') : plannedText(line.plan, locale);
}
