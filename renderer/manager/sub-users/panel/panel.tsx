import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import type { SubUser } from '../../../../electron/contract/sub-user.ts';
import { say } from '../../../../electron/text/say.ts';
import { TargetsTab } from '../../usage/targets-tab.tsx';
import { UsageTab } from '../../usage/usage-tab.tsx';
import type { Notices } from '../notices.tsx';
import type { Ask } from '../open.ts';
import { useOwnLimits } from '../use-own-limits.ts';
import { About } from './about.tsx';
import { Guarded } from './guarded.tsx';
import { usePanelWidth } from './panel-edge.tsx';
import { PanelHead } from './panel-head.tsx';
import { useForecast } from './use-forecast.ts';
import { useSettled } from './use-settled.ts';
import { Used } from './used.tsx';
import '../../ui/tabs.css';
import '../../usage/usage.css';
import './panel.css';

type PanelProps = {
  subUser: SubUser;
  /** It covers the grid instead of standing beside it. */
  covers: boolean;
  isExpanded: boolean;
  onExpand: (isExpanded: boolean) => void;
  onOpen: (ask: Ask) => void;
  notices: Notices;
  onClose: () => void;
};

/** Requests wait until the arrow keys rest on a row. */
const restMs = 250;

/** Shows one sub-user beside the grid: what it used, where that went, and what can be done. */
export function Panel(props: PanelProps) {
  const { subUser, covers, isExpanded, onClose } = props;
  const region = useRef<HTMLElement>(null);
  const { widthPx, edge } = usePanelWidth();
  const forecast = useForecast(subUser.id);
  const limit = useOwnLimits().get(subUser.id) ?? subUser.limit;
  const restingId = useSettled(subUser.id, restMs);
  useEffect(() => {
    if (covers) region.current?.focus();
  }, [covers]);
  function closeOnEscape(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.stopPropagation();
    onClose();
  }
  return (
    <section
      ref={region}
      tabIndex={-1}
      className={covers ? 'panel covers' : 'panel'}
      style={covers ? {} : { width: widthPx }}
      aria-label={say('panel.details', { username: subUser.username })}
      onKeyDown={closeOnEscape}
    >
      {!covers && edge}
      <div className={isExpanded ? 'panel-content expanded' : 'panel-content'}>
        <PanelHead {...props} forecast={forecast} />
        <Used subUser={{ ...subUser, limit }} forecast={forecast} />
        <Tabs>
          <TabList className="tabs" aria-label={say('usage.statistics', { username: subUser.username })}>
            <Tab id="usage" className="tab">
              {say('usage.usage')}
            </Tab>
            <Tab id="targets" className="tab">
              {say('usage.targets')}
            </Tab>
          </TabList>
          <TabPanel id="usage">
            {restingId !== null && <UsageTab key={restingId} subUser={subUser} forecast={forecast} />}
          </TabPanel>
          <TabPanel id="targets">
            {restingId !== null && <TargetsTab key={restingId} subUser={subUser} />}
          </TabPanel>
        </Tabs>
        <Guarded subUser={subUser} />
        <About subUser={subUser} />
      </div>
    </section>
  );
}
