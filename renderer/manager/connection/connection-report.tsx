import { Ban, Check } from 'lucide-react';
import { useLocale } from 'react-aria-components';
import type {
  ConnectionCause,
  ConnectionReport as Report,
} from '../../../electron/contract/connection-test.ts';
import {
  answerText,
  countryText,
  millisecondsText,
  problemText,
} from '../../../electron/text/connection-test.ts';
import { say } from '../../../electron/text/say.ts';
import './connection-test.css';

/** Shows what came of a test: where the request left, or why it failed. */
export function ConnectionReport({ report }: { report: Report }) {
  if (report.kind === 'not-tried') return <p>{say(`connectionTest.notTried.${report.why}`)}</p>;
  return report.kind === 'works' ? <Works {...report} /> : <Fails {...report} />;
}

function Works({ exit, connectMs, firstByteMs }: Extract<Report, { kind: 'works' }>) {
  const { locale } = useLocale();
  const facts: [string, string | null][] = [
    [say('connectionTest.exitIp'), exit.ip],
    [say('connectionTest.country'), countryText(exit, locale)],
    [say('connectionTest.city'), exit.city],
    [say('connectionTest.network'), exit.network],
    [say('connectionTest.connect'), millisecondsText(connectMs, locale)],
    [say('connectionTest.firstByte'), millisecondsText(firstByteMs, locale)],
  ];
  return (
    <>
      <p className="verdict ok">
        <Check className="verdict-icon ok" aria-hidden="true" />
        {say('connectionTest.works')}
      </p>
      <Facts facts={facts} />
    </>
  );
}

function Fails(report: Extract<Report, { kind: 'fails' }>) {
  const { locale } = useLocale();
  const { at, causes, afterMs } = report;
  const time = millisecondsText(afterMs, locale);
  return (
    <>
      {causes.length > 0 ? (
        <Causes causes={causes} />
      ) : (
        <p className="verdict fault">
          <Ban className="verdict-icon fault" aria-hidden="true" />
          {problemText(report)}
        </p>
      )}
      <Facts facts={[[say('connectionTest.vendorWords'), answerText(report)]]} />
      <p className="hint">{say('connectionTest.failsAt', { where: say(`connectionTest.at.${at}`), time })}</p>
    </>
  );
}

/** Lists what is known to make a login fail, or says that nothing is. */
export function Causes({ causes }: { causes: readonly ConnectionCause[] }) {
  if (causes.length === 0) {
    return (
      <p className="verdict ok">
        <Check className="verdict-icon ok" aria-hidden="true" />
        {say('connectionTest.whyNothing')}
      </p>
    );
  }
  return (
    <ul className="causes">
      {causes.map((cause) => (
        <li key={cause} className="verdict fault">
          <Ban className="verdict-icon fault" aria-hidden="true" />
          {say(`connectionTest.cause.${cause}`)}
        </li>
      ))}
    </ul>
  );
}

function Facts({ facts }: { facts: readonly [string, string | null][] }) {
  const known = facts.filter(([, value]) => value !== null);
  if (known.length === 0) return null;
  return (
    <dl className="facts">
      {known.map(([name, value]) => (
        <div key={name} className="fact">
          <dt>{name}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
