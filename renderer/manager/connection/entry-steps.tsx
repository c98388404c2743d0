import { Ban, Check, CircleHelp, TriangleAlert } from 'lucide-react';
import type { EntryReport, EntryStep, EntryVerdict } from '../../../electron/contract/own-entry.ts';
import { say } from '../../../electron/text/say.ts';
import './connection-test.css';

const icons = { ok: Check, warning: TriangleAlert, fault: Ban, unknown: CircleHelp };

/** Shows the steps of a check, each with what it found and what to do about it. */
export function EntrySteps({ report: { name, leadsToOxylabs, steps } }: { report: EntryReport }) {
  return (
    <section className="entry-report" aria-label={say('ownEntry.steps', { name })}>
      <p className={leadsToOxylabs ? 'verdict ok' : 'verdict fault'}>
        <VerdictIcon verdict={leadsToOxylabs ? 'ok' : 'fault'} />
        {say(leadsToOxylabs ? 'ownEntry.leads' : 'ownEntry.unproved', { name })}
      </p>
      <ol className="entry-steps">
        {steps.map((step) => (
          <Step key={step.step} {...step} />
        ))}
      </ol>
      <p className="hint">{say('ownEntry.notChecked')}</p>
    </section>
  );
}

function Step({ step, verdict, finding, details }: EntryStep) {
  return (
    <li className={`entry-step ${verdict}`}>
      <VerdictIcon verdict={verdict} />
      <span className="entry-step-name">{say(`ownEntry.step.${step}`)}</span>
      <span className="entry-step-finding">
        {say(`ownEntry.finding.${finding}`)}
        {details.length > 0 && (
          <bdi className="entry-step-details">{details.join(step === 'chain' ? ' → ' : ', ')}</bdi>
        )}
      </span>
    </li>
  );
}

function VerdictIcon({ verdict }: { verdict: EntryVerdict }) {
  const Icon = icons[verdict];
  return (
    <>
      <Icon className={`verdict-icon ${verdict}`} aria-hidden="true" />
      <span className="unseen">{say(`ownEntry.verdict.${verdict}`)}</span>
    </>
  );
}
