import { Plus, Shield } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { Button, type Key, Tab, TabList, TabPanel, Tabs } from 'react-aria-components';
import { say } from '../../../electron/text/say.ts';
import { bridge } from '../../state/bridge.ts';
import { useMirror } from '../mirror.ts';
import { useRequest } from '../requests.ts';
import { Menu, type MenuAction } from '../ui/menu.tsx';
import { Toolbar } from '../ui/toolbar.tsx';
import { useSave } from '../ui/use-save.ts';
import { Journal } from './journal.tsx';
import { RuleDialog } from './rule-dialog.tsx';
import { draftOf, newDraft, type RuleDraft, ruleKinds } from './rule-draft.ts';
import { RuleRow } from './rule-row.tsx';
import '../ui/tabs.css';
import './guard.css';

type Asked = { draft: RuleDraft; isNew: boolean };

/** Shows the rules by which Guard acts, and what it did. */
export function GuardPage() {
  const guard = useMirror((mirror) => mirror.guard);
  const journal = useSave(() => bridge.command('exportRecord', { what: 'guard' }));
  const [asked, setAsked] = useState<Asked | null>(null);
  const [tab, setTab] = useState<Key>('rules');
  const [search, setSearch] = useState('');
  useNavigationTaken();
  useRequest(
    'ruleFor',
    useCallback(
      (ids: readonly number[]) => setAsked({ draft: newDraft('daily-cap', ids, Date.now()), isNew: true }),
      [],
    ),
  );
  useRequest(
    'journalOf',
    useCallback((name: string) => {
      setTab('journal');
      setSearch(name);
    }, []),
  );
  const ask = (draft: RuleDraft, isNew: boolean) => setAsked({ draft, isNew });
  const kinds: MenuAction[] = ruleKinds.map((kind) => ({
    name: say(`guard.kind.${kind}`),
    run: () => ask(newDraft(kind, [], Date.now()), true),
  }));
  return (
    <main className="page guard-page">
      <Toolbar
        title={say('guard.title')}
        more={[{ name: say('action.exportCsv'), run: journal.run, isDisabled: journal.saving }]}
        said={journal.said}
        end={
          <Menu
            button={
              <Button className="button primary">
                <Plus aria-hidden="true" />
                {say('guard.newRule')}
              </Button>
            }
            actions={kinds}
          />
        }
      />
      <div className="page-body wide">
        <Tabs selectedKey={tab} onSelectionChange={setTab}>
          <TabList className="tabs" aria-label={say('guard.title')}>
            <Tab id="rules" className="tab">
              {say('guard.rules')}
            </Tab>
            <Tab id="journal" className="tab">
              {say('guard.journal')}
            </Tab>
          </TabList>
          <TabPanel id="rules">
            {guard === null && <p className="hint">{say('frame.loading')}</p>}
            {guard?.rules.length === 0 && <Nothing kinds={kinds} />}
            {guard !== null && guard.rules.length > 0 && (
              <ul className="guard-rules" aria-label={say('guard.rules')}>
                {guard.rules.map((view) => (
                  <RuleRow
                    key={view.rule.id}
                    view={view}
                    onEdit={() => ask(draftOf(view.rule, Date.now()), false)}
                  />
                ))}
              </ul>
            )}
          </TabPanel>
          <TabPanel id="journal">
            <Journal search={search} onSearch={setSearch} />
          </TabPanel>
        </Tabs>
      </div>
      {asked !== null && (
        <RuleDialog first={asked.draft} isNew={asked.isNew} onClose={() => setAsked(null)} />
      )}
    </main>
  );
}

/** Says what Guard is for, with a button for each kind of rule. */
function Nothing({ kinds }: { kinds: readonly MenuAction[] }) {
  return (
    <div className="guard-empty">
      <Shield aria-hidden="true" />
      <p>{say('guard.empty')}</p>
      <p className="hint">{say('guard.emptyHint')}</p>
      <div className="guard-kinds">
        {ruleKinds.map((kind, index) => (
          <Button key={kind} className="guard-kind" onPress={() => kinds[index]?.run()}>
            <strong>{say(`guard.kind.${kind}`)}</strong>
            <span className="hint">{say(`guard.about.${kind}`)}</span>
          </Button>
        ))}
      </div>
    </div>
  );
}

/** Reports that the page is in view, if a notification led to it. */
function useNavigationTaken(): void {
  const navigation = useMirror((mirror) => mirror.navigation);
  useEffect(() => {
    if (navigation?.target.kind === 'guard')
      void bridge.command('navigationTaken', { nonce: navigation.nonce });
  }, [navigation]);
}
