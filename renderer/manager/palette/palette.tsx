import { CornerDownLeft, type LucideIcon, PanelLeft, Search, Settings, User, Zap } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import {
  Autocomplete,
  Dialog,
  Input,
  Label,
  Menu,
  MenuItem,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { say } from '../../../electron/text/say.ts';
import { useMirror } from '../mirror.ts';
import { type Entry, entriesFor, fixedEntries } from './entries.ts';
import { KeyCaps } from './key-caps.tsx';
import { keyGroups } from './keys.ts';
import './palette.css';

/** Finds a sub-user, page, action or setting by its name, and opens or does it. */
export function Palette({ onClose }: { onClose: () => void }) {
  return (
    <ModalOverlay
      className="overlay palette-overlay"
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className="modal palette">
        <Dialog className="palette-dialog" aria-label={say('palette.title')}>
          <Finder onClose={onClose} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Finder({ onClose }: { onClose: () => void }) {
  const [typed, setTyped] = useState('');
  const subUsers = useMirror((mirror) => mirror.subUsers.subUsers);
  const pausedUntil = useMirror((mirror) => mirror.settings.alerts.pausedUntil);
  const accounts = useMirror((mirror) => mirror.accountList.rows);
  const fixed = useMemo(() => fixedEntries(pausedUntil, accounts), [pausedUntil, accounts]);
  const sought = useDeferredValue(typed);
  const entries = useMemo(() => entriesFor(sought, fixed, subUsers), [sought, fixed, subUsers]);
  function choose({ run }: Entry) {
    // The focus returns before what was chosen takes it.
    onClose();
    setTimeout(run);
  }
  return (
    <Autocomplete inputValue={typed} onInputChange={setTyped}>
      <SearchField className="palette-field" autoFocus>
        <Label className="unseen">{say('palette.field')}</Label>
        <Search aria-hidden="true" />
        <Input placeholder={say('palette.field')} />
      </SearchField>
      <Menu
        className="options palette-options"
        aria-label={say('palette.results')}
        items={entries}
        renderEmptyState={() => <p className="hint palette-none">{say('palette.none')}</p>}
      >
        {(entry) => (
          <MenuItem id={entry.id} className="option" textValue={entry.name} onAction={() => choose(entry)}>
            <EntryLine {...entry} />
          </MenuItem>
        )}
      </Menu>
    </Autocomplete>
  );
}

const icons = {
  page: PanelLeft,
  action: Zap,
  setting: Settings,
  'sub-user': User,
} satisfies Record<Entry['kind'], LucideIcon>;

function EntryLine({ kind, name, shortcut }: Entry) {
  const Icon = icons[kind];
  const keys = keyGroups.everywhere.find((each) => each.name === shortcut)?.keys[0];
  return (
    <>
      <Icon aria-hidden="true" />
      <bdi className="palette-name">{name}</bdi>
      {keys === undefined ? (
        <span className="palette-kind">{say(`palette.kind.${kind}`)}</span>
      ) : (
        <KeyCaps keys={keys} />
      )}
      <CornerDownLeft className="palette-enter" aria-hidden="true" />
    </>
  );
}
