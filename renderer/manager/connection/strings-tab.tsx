import { useMemo, useState } from 'react';
import type {
  ConnectionChoice,
  ConnectionFormat,
  ConnectionOrder,
} from '../../../electron/contract/connection.ts';
import { connectionFormats } from '../../../electron/contract/connection.ts';
import { say } from '../../../electron/text/say.ts';
import { useMirror } from '../mirror.ts';
import { Combo } from '../ui/combo.tsx';
import { Select } from '../ui/select.tsx';
import { usePageState } from '../view.ts';
import { EntryFields, Problem } from './entry-fields.tsx';
import { KeptPasswords } from './kept-passwords.tsx';
import { PlaceFields } from './place-fields.tsx';
import { Presets } from './presets.tsx';
import { PreviewCard } from './preview-card.tsx';
import { SessionFields } from './session-fields.tsx';
import { newSessionSeed } from './session-seed.ts';
import { usePreview } from './use-preview.ts';

/** Makes the text with which a program signs in to the proxy, and shows it while it is chosen. */
export function StringsTab() {
  const [username, setUsername] = usePageState('connection', 'username');
  const [choice, setChoice] = usePageState('connection', 'choice');
  const [sessionSeed, setSessionSeed] = useState(newSessionSeed);
  const [round, setRound] = useState(0);
  const order: ConnectionOrder = { username, choice, sessionSeed };
  const preview = usePreview(order, round);
  const change = (changed: Partial<ConnectionChoice>) => setChoice({ ...choice, ...changed });
  function problem(field: keyof ConnectionChoice): string | undefined {
    const found = preview?.problems.find((each) => each.field === field)?.problem;
    return found === undefined ? undefined : say(`connection.problem.${found}`);
  }
  const fields = { choice, onChange: change, problem };
  return (
    <div className="connection-strings">
      <div className="connection-form">
        <SubUserField chosen={username} onChange={setUsername} />
        <Presets choice={choice} onChoose={setChoice} />
        <EntryFields {...fields} />
        <PlaceFields {...fields} />
        <SessionFields {...fields} />
        <div className="field">
          <Select
            label={say('connection.format')}
            names={formatNames()}
            chosen={choice.format}
            onChange={(format) => change({ format })}
          />
          <Problem text={problem('format')} />
        </div>
      </div>
      <div className="connection-result">
        {username === '' ? (
          <p className="hint">{say('connection.noSubUser')}</p>
        ) : (
          <PreviewCard
            order={order}
            preview={preview}
            onNewSession={() => setSessionSeed(newSessionSeed())}
          />
        )}
        <KeptPasswords round={round} onForgotten={() => setRound(round + 1)} />
      </div>
    </div>
  );
}

function formatNames(): Record<ConnectionFormat, string> {
  const names = connectionFormats.map((format) => [format, say(`connection.formatName.${format}`)]);
  return Object.fromEntries(names);
}

function SubUserField({ chosen, onChange }: { chosen: string; onChange: (username: string) => void }) {
  const subUsers = useMirror((mirror) => mirror.subUsers.subUsers);
  const items = useMemo(() => subUsers.map(({ username }) => ({ id: username, name: username })), [subUsers]);
  return (
    <Combo
      label={say('connection.subUser')}
      items={items}
      chosen={chosen}
      placeholder={say('connection.findSubUser')}
      onChange={onChange}
    />
  );
}
