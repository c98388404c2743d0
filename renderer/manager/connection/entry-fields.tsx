import type { ConnectionChoice, Protocol } from '../../../electron/contract/connection.ts';
import { say } from '../../../electron/text/say.ts';
import { useMirror } from '../mirror.ts';
import { Segments } from '../ui/segments.tsx';
import { Select } from '../ui/select.tsx';

export type ChoiceProps = {
  choice: ConnectionChoice;
  onChange: (change: Partial<ConnectionChoice>) => void;
  /** Returns what is wrong with a field. */
  problem: (field: keyof ConnectionChoice) => string | undefined;
};

/** Chooses where the program connects to, and how. */
export function EntryFields({ choice, onChange, problem }: ChoiceProps) {
  const ownEntry = useMirror((mirror) => mirror.settings.ownEntry);
  const own =
    ownEntry === null
      ? say('connection.entryName.own')
      : say('connection.entryName.own.known', { host: ownEntry });
  return (
    <>
      <div className="field">
        <Select
          label={say('connection.entry')}
          names={{
            standard: say('connection.entryName.standard'),
            own,
            country: say('connection.entryName.country'),
            'hong-kong': say('connection.entryName.hong-kong'),
            beijing: say('connection.entryName.beijing'),
          }}
          chosen={choice.entry}
          onChange={(entry) => onChange({ entry })}
        />
        <Problem text={problem('entry')} />
      </div>
      <div className="field">
        <span aria-hidden="true">{say('connection.protocol')}</span>
        <Segments
          label={say('connection.protocol')}
          names={protocolNames()}
          chosen={choice.protocol}
          onChange={(protocol) => onChange({ protocol })}
        />
        <Problem text={problem('protocol')} />
      </div>
    </>
  );
}

export function protocolNames(): Record<Protocol, string> {
  return {
    http: say('connection.protocolName.http'),
    https: say('connection.protocolName.https'),
    socks5: say('connection.protocolName.socks5'),
  };
}

export function Problem({ text }: { text: string | undefined }) {
  return text === undefined ? null : (
    <p className="problem" role="status">
      {text}
    </p>
  );
}
