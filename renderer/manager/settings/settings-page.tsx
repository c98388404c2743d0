import { type ReactNode, useCallback, useRef, useState } from 'react';
import type { SessionView } from '../../../electron/contract/account.ts';
import { say } from '../../../electron/text/say.ts';
import { useRequest } from '../requests.ts';
import { Search } from '../ui/search.tsx';
import { Toolbar } from '../ui/toolbar.tsx';
import { AccountSection } from './account-section.tsx';
import { AdvancedSection } from './advanced-section.tsx';
import { AlertsSection } from './alerts-section.tsx';
import { GeneralSection } from './general-section.tsx';
import { NewVersion } from './new-version.tsx';
import { PlanSection } from './plan-section.tsx';
import { showSetting } from './setting-labels.ts';
import { SettingsSearch } from './setting-row.tsx';
import './settings.css';

const sectionIds = ['plan', 'alerts', 'general', 'account', 'advanced'] as const;
type SectionId = (typeof sectionIds)[number];

type SettingsPageProps = { session: Extract<SessionView, { kind: 'signed-in' }> };

/** Shows all settings, by section. Each change is saved at once. */
export function SettingsPage({ session }: SettingsPageProps) {
  const [typed, setTyped] = useState('');
  const [current, setCurrent] = useState<SectionId>('plan');
  const body = useRef<HTMLDivElement>(null);
  useRequest(
    'setting',
    useCallback((label: string) => showSetting(body.current, label), []),
  );
  function open(id: SectionId) {
    const heading = headingOf(body.current, id);
    heading?.scrollIntoView();
    heading?.focus({ preventScroll: true });
    setCurrent(id);
  }
  const sections: Record<SectionId, ReactNode> = {
    plan: <PlanSection />,
    alerts: <AlertsSection />,
    general: <GeneralSection />,
    account: <AccountSection session={session} />,
    advanced: <AdvancedSection />,
  };
  return (
    <main className="page settings-page">
      <Toolbar
        title={say('frame.settings')}
        search={<Search label={say('settings.search')} value={typed} onChange={setTyped} />}
      />
      <div className="settings">
        <nav className="settings-nav" aria-label={say('settings.sections')}>
          {sectionIds.map((id) => (
            <button
              key={id}
              type="button"
              aria-current={id === current ? 'true' : undefined}
              onClick={() => open(id)}
            >
              {say(`settings.section.${id}`)}
            </button>
          ))}
        </nav>
        <SettingsSearch value={typed.trim().toLowerCase()}>
          <div className="settings-body" ref={body} onScroll={() => setCurrent(sectionInView(body.current))}>
            <NewVersion />
            {sectionIds.map((id) => (
              <Section key={id} id={id}>
                {sections[id]}
              </Section>
            ))}
            <p className="hint settings-none">{say('settings.none')}</p>
          </div>
        </SettingsSearch>
      </div>
    </main>
  );
}

function Section({ id, children }: { id: SectionId; children: ReactNode }) {
  const heading = `settings-${id}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset belongs to one form field.
    <div className="settings-section" role="group" aria-labelledby={heading}>
      <h2 id={heading} tabIndex={-1}>
        {say(`settings.section.${id}`)}
      </h2>
      {children}
    </div>
  );
}

function headingOf(body: HTMLElement | null, id: SectionId): HTMLElement | null {
  return body?.querySelector<HTMLElement>(`#settings-${id}`) ?? null;
}

/** Returns the last section whose heading has reached the upper third. */
function sectionInView(body: HTMLElement | null): SectionId {
  if (body === null) return 'plan';
  const { top, height } = body.getBoundingClientRect();
  const reached = (id: SectionId) =>
    (headingOf(body, id)?.getBoundingClientRect().top ?? Number.POSITIVE_INFINITY) <= top + height / 3;
  return sectionIds.findLast(reached) ?? 'plan';
}
