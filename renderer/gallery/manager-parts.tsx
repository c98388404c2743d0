import { useState } from 'react';
import { Button } from 'react-aria-components';
import { Checkbox } from '../manager/ui/checkbox.tsx';
import { CodedText } from '../manager/ui/coded-text.tsx';
import { Combo } from '../manager/ui/combo.tsx';
import { DataTable } from '../manager/ui/data-table.tsx';
import { Dialog, DialogFoot } from '../manager/ui/dialog.tsx';
import { ExportButton } from '../manager/ui/export-button.tsx';
import { FailureBanner } from '../manager/ui/failure-banner.tsx';
import { FormDialog } from '../manager/ui/form-dialog.tsx';
import { Menu } from '../manager/ui/menu.tsx';
import { NameList } from '../manager/ui/name-list.tsx';
import { NumberField } from '../manager/ui/number-field.tsx';
import { Progress } from '../manager/ui/progress.tsx';
import { Question } from '../manager/ui/question.tsx';
import { SaveButton } from '../manager/ui/save-button.tsx';
import { Search } from '../manager/ui/search.tsx';
import { Segments } from '../manager/ui/segments.tsx';
import { Select } from '../manager/ui/select.tsx';
import { Toolbar } from '../manager/ui/toolbar.tsx';
import { subUsers } from './states.ts';
import { Part } from './ui-parts.tsx';

const noChange = () => {};

/** Shows the parts of `renderer/manager/ui/`. */
export function ManagerParts() {
  return (
    <>
      <h2>Manager</h2>
      <Fields />
      <Part name="Progress">
        <Progress label="Deleting 7 sub-users" value={3} total={7} text="3 of 7" rest=", about 40 s left" />
      </Part>
      <Part name="CodedText">
        <p>
          <CodedText text="The first line names `username` and `limit`." />
        </p>
      </Part>
      <Part name="NameList">
        <p>
          <NameList subUsers={subUsers} most={3} />
        </p>
      </Part>
      <Part name="FailureBanner">
        <FailureBanner failure={{ kind: 'rejected', status: 400, message: 'Traffic limit is invalid' }} />
      </Part>
      <Part name="SaveButton and ExportButton">
        <span className="gallery-row">
          <SaveButton name="Export history" save={async () => ({ ok: true, value: { saved: true } })} />
          <SaveButton
            name="Fails"
            save={async () => ({ ok: false, failure: { kind: 'not-saved', code: 'ENOSPC' } })}
          />
          <ExportButton suggestedName="Sub-users.csv" csv={() => ''} />
        </span>
      </Part>
      <Part name="Question">
        <Question
          text="Discard what you entered?"
          yes="Discard"
          no="Keep editing"
          onYes={noChange}
          onNo={noChange}
        />
      </Part>
      <Part name="DataTable">
        <SampleTable scrolls={false} />
      </Part>
      <Part name="Toolbar">
        <Toolbar
          title="Sub-users"
          note="3 of 12"
          search={<Search label="Filter" value="" onChange={noChange} />}
          actions={[{ name: 'New sub-user', run: noChange, isPrimary: true }]}
          more={[{ name: 'Export CSV', run: noChange }]}
          said="Saved."
        />
      </Part>
    </>
  );
}

function Fields() {
  const [chosen, setChosen] = useState(true);
  const [shown, setShown] = useState<'all' | 'active'>('all');
  const [gb, setGb] = useState(Number.NaN);
  return (
    <>
      <Part name="NumberField">
        <NumberField label="Traffic limit (GB)" hint="Enter a number." value={gb} onChange={setGb} />
        <NumberField label="Disabled" hint="Unlimited." value={12.5} onChange={noChange} isDisabled />
      </Part>
      <Part name="Checkbox">
        <Checkbox name="Lifetime" hint="Counts from the beginning." chosen={chosen} onChange={setChosen} />
        <Checkbox name="Unlimited" chosen={false} onChange={noChange} />
      </Part>
      <Part name="Menu">
        <span className="gallery-row">
          <Menu button={<Button className="button">Actions</Button>} actions={menuActions} />
        </span>
      </Part>
      <Part name="Search">
        <Search label="Search sub-users" value="price" onChange={noChange} />
      </Part>
      <Part name="Segments">
        <Segments label="Show" names={{ all: 'All', active: 'Active' }} chosen={shown} onChange={setShown} />
      </Part>
      <Part name="Select">
        <Select label="Show" names={{ all: 'All', active: 'Active' }} chosen={shown} onChange={setShown} />
      </Part>
      <Part name="Combo">
        <Combo
          label="Country"
          items={[
            { id: 'DE', name: 'Germany (DE)' },
            { id: 'FR', name: 'France (FR)' },
          ]}
          chosen="DE"
          placeholder="Any"
          onChange={noChange}
        />
      </Part>
    </>
  );
}

const menuActions = [
  { name: 'Edit', run: noChange },
  { name: 'Disable', run: noChange, isDisabled: true },
  { name: 'Delete', run: noChange, isDangerous: true },
];

function SampleTable({ scrolls }: { scrolls: boolean }) {
  return (
    <DataTable
      label="Results"
      headings={['Username', 'Result', 'Why']}
      more="And 12 more, in the CSV."
      scrolls={scrolls}
    >
      <tr>
        <td>
          <bdi>travel_fares</bdi>
        </td>
        <td>Done</td>
        <td />
      </tr>
      <tr className="failed">
        <td>
          <bdi>seo_audit</bdi>
        </td>
        <td>Failed</td>
        <td>Oxylabs did not answer in time.</td>
      </tr>
    </DataTable>
  );
}

/** Shows a form that deletes, or a wide dialog with a table. */
export function SampleDialog({ wide }: { wide: boolean }) {
  return wide ? (
    <Dialog title="Setting the limit of 2 sub-users" wide onClose={noChange}>
      <SampleTable scrolls />
      <DialogFoot>
        <Button className="button">Close</Button>
        <Button className="button primary">Save results as CSV</Button>
      </DialogFoot>
    </Dialog>
  ) : (
    <FormDialog
      title="Delete 12 sub-users?"
      submit="Delete 12 sub-users"
      onSubmit={async () => {}}
      onClose={noChange}
      isPending={false}
      isDangerous
    >
      <NumberField
        label="Type 12 to delete them"
        hint="This cannot be undone."
        value={12}
        onChange={noChange}
      />
      <FailureBanner failure={{ kind: 'timed-out' }} />
    </FormDialog>
  );
}
