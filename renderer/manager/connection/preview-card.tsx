import { Check, Copy, RefreshCw } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button, Input, Label, TextField, useLocale } from 'react-aria-components';
import {
  type ConnectionOrder,
  type ConnectionPreview,
  lineFormats,
} from '../../../electron/contract/connection.ts';
import { describeFailure } from '../../../electron/text/failure.ts';
import { say } from '../../../electron/text/say.ts';
import { bridge } from '../../state/bridge.ts';
import { TestConnection } from './test-connection.tsx';

type PreviewCardProps = {
  order: ConnectionOrder;
  preview: ConnectionPreview | null;
  onNewSession: () => void;
};

/** How long the icon of Copy says that it copied. */
const tickMs = 1_500;
const mostRows = 16;

/** Shows the text with dots for the password, takes a password for it, and copies or saves it. */
export function PreviewCard({ order, preview, onNewSession }: PreviewCardProps) {
  const { locale } = useLocale();
  const [password, setPassword] = useState('');
  const { said, ticked, copy, save } = useCopy(order, password);
  const [tests, setTests] = useState(false);
  const isReady = preview?.text != null;
  const isPac = order.choice.format === 'pac';
  return (
    <section className="connection-preview card" aria-label={say('connection.preview')}>
      {!isPac && (
        <TextField
          className="field"
          type="password"
          value={password}
          onChange={setPassword}
          maxLength={1_024}
        >
          <Label>{say('connection.password')}</Label>
          <Input autoComplete="off" />
          <p className="hint">{passwordHint(password, preview?.kept ?? false)}</p>
        </TextField>
      )}
      {preview !== null && preview.text !== null && (
        <PreviewText
          text={preview.text}
          isLines={lineFormats.has(order.choice.format)}
          more={
            preview.moreSessions > 0
              ? say('connection.moreSessions', { count: preview.moreSessions }, locale)
              : null
          }
        />
      )}
      {preview !== null && preview.text === null && <p className="hint">{say('connection.notReady')}</p>}
      {preview?.warnings.map((warning) => (
        <p key={warning} className="hint">
          {say(`connection.warning.${warning}`)}
        </p>
      ))}
      <div className="connection-actions">
        <Button className="button primary" isDisabled={!isReady} onPress={() => void copy()}>
          {ticked ? <Check /> : <Copy />}
          {say('connection.copy')}
        </Button>
        <Button className="button" isDisabled={!isReady} onPress={() => void save()}>
          {say('connection.save')}
        </Button>
        <Button className="button" isDisabled={!isReady} onPress={() => setTests(true)}>
          {say('connectionTest.title')}
        </Button>
        {order.choice.session !== 'rotating' && (
          <Button className="button" onPress={onNewSession}>
            <RefreshCw />
            {say('connection.newSession')}
          </Button>
        )}
      </div>
      <p role="status" className="hint connection-said">
        {said}
      </p>
      {tests && preview !== null && (
        <TestConnection
          start={{ ...order.choice, login: preview.login, password }}
          onClose={() => setTests(false)}
        />
      )}
    </section>
  );
}

type PreviewTextProps = { text: string; isLines: boolean; more: string | null };

/** Breaks lines of a login where they end, and scrolls those of a program. */
function PreviewText({ text, isLines, more }: PreviewTextProps) {
  const rows = text.split('\n').length;
  return (
    <>
      <textarea
        className="connection-text"
        readOnly
        aria-label={say('connection.text')}
        rows={Math.min(mostRows, isLines ? rows * 2 : rows)}
        wrap={isLines ? 'soft' : 'off'}
        spellCheck={false}
        value={text}
      />
      {more !== null && <p className="hint">{more}</p>}
    </>
  );
}

function passwordHint(typed: string, kept: boolean): string {
  if (typed !== '') return say('connection.passwordHint');
  return say(kept ? 'connection.keptHint' : 'connection.placeholderHint');
}

function useCopy(order: ConnectionOrder, typed: string) {
  const [said, setSaid] = useState('');
  const [ticked, setTicked] = useState(false);
  const asked = JSON.stringify([order, typed]);
  const wanted = { order, password: typed === '' ? null : typed };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was said is about the text before this change.
  useEffect(() => setSaid(''), [asked]);
  useEffect(() => {
    if (!ticked) return;
    const timer = setTimeout(() => setTicked(false), tickMs);
    return () => clearTimeout(timer);
  }, [ticked]);
  async function copy() {
    const outcome = await bridge.command('copyConnection', wanted);
    setTicked(outcome.ok);
    setSaid(outcome.ok ? say(`connection.copied.${outcome.value.held}`) : describeFailure(outcome.failure));
  }
  async function save() {
    const outcome = await bridge.command('saveConnection', wanted);
    if (!outcome.ok) setSaid(describeFailure(outcome.failure));
    else if (outcome.value.saved) {
      const { held } = outcome.value;
      setSaid(say(held === 'typed' || held === 'kept' ? 'connection.savedSecret' : 'connection.saved'));
    }
  }
  return { said, ticked, copy, save };
}
