import type { SubUser } from '../../../electron/contract/sub-user.ts';
import { say } from '../../../electron/text/say.ts';
import { LimitFields } from '../sub-users/limit-fields.tsx';
import { PasswordField } from '../sub-users/password-field.tsx';
import { UsernameField } from '../sub-users/username-field.tsx';
import { NumberField } from '../ui/number-field.tsx';
import { Select } from '../ui/select.tsx';
import { DayField } from '../usage/day-field.tsx';
import type { ConsoleValues } from './console-call.ts';
import { TextBox } from './text-box.tsx';

/** An id, a date, or the name of a time zone. */
const mostChars = 200;

type FieldsProps = {
  values: ConsoleValues;
  onChange: (change: Partial<ConsoleValues>) => void;
};

/** Takes the parameters of the chosen call. */
export function ConsoleFields({ subUser, ...fields }: FieldsProps & { subUser: SubUser | null }) {
  const { call } = fields.values;
  switch (call) {
    case 'login':
    case 'listSubUsers':
    case 'monthTotal':
      return null;
    case 'createSubUser':
      return <CreateFields {...fields} />;
    default:
      return (
        <>
          <SubUserField {...fields} subUser={subUser} />
          {call === 'subUserUsage' && <UsageFields {...fields} />}
          {call === 'targetUsage' && (
            <DayField
              label={say('targets.date')}
              value={fields.values.date}
              onChange={(date) => fields.onChange({ date })}
            />
          )}
          {call === 'updateSubUser' && <ChangeFields {...fields} />}
        </>
      );
  }
}

function SubUserField({ values, onChange, subUser }: FieldsProps & { subUser: SubUser | null }) {
  const hint =
    subUser !== null
      ? say('apiConsole.subUserFound', { username: subUser.username, id: `${subUser.id}` })
      : say(values.subUser.trim() === '' ? 'apiConsole.subUserHint' : 'apiConsole.subUserUnknown');
  return (
    <TextBox
      label={say('apiConsole.subUser')}
      hint={hint}
      value={values.subUser}
      most={mostChars}
      onChange={(text) => onChange({ subUser: text })}
    />
  );
}

function UsageFields({ values, onChange }: FieldsProps) {
  const names = {
    current_month: say('period.name.current_month'),
    '24h': say('period.name.24h'),
    week: say('period.name.week'),
    month: say('period.name.month'),
    lifetime: say('period.name.lifetime'),
    custom: say('period.name.custom'),
  };
  return (
    <>
      <Select
        label={say('period.period')}
        names={names}
        chosen={values.type}
        onChange={(type) => onChange({ type })}
      />
      {values.type === 'custom' && (
        <>
          {(['dateFrom', 'dateTo'] as const).map((name) => (
            <TextBox
              key={name}
              label={say(name === 'dateFrom' ? 'period.from' : 'period.to')}
              hint={say('apiConsole.dateHint', { example: `${values.dateTo.slice(0, 10)} 08` })}
              value={values[name]}
              most={mostChars}
              onChange={(text) => onChange({ [name]: text })}
            />
          ))}
          <TextBox
            label={say('period.timeZone')}
            value={values.timeZone}
            most={mostChars}
            onChange={(timeZone) => onChange({ timeZone })}
          />
        </>
      )}
    </>
  );
}

function CreateFields({ values, onChange }: FieldsProps) {
  return (
    <>
      <UsernameField value={values.username} onChange={(username) => onChange({ username })} />
      <PasswordField
        label={say('forms.password')}
        value={values.password}
        onChange={(password) => onChange({ password })}
        optional={false}
      />
      <LimitFields limits={values.limits} onChange={(limits) => onChange({ limits })} />
    </>
  );
}

function ChangeFields({ values, onChange }: FieldsProps) {
  const unchanged = say('apiConsole.unchanged');
  const yesNo = { unchanged, yes: say('subUsers.yes'), no: say('subUsers.no') };
  return (
    <>
      <Select
        label={say('apiConsole.status')}
        names={{
          unchanged,
          active: say('subUsers.status.active'),
          disabled: say('subUsers.status.disabled'),
        }}
        chosen={values.status}
        onChange={(status) => onChange({ status })}
      />
      <Select
        label={say('apiConsole.limit')}
        names={{ unchanged, gb: say('apiConsole.limit.gb'), unlimited: say('forms.unlimited') }}
        chosen={values.limit}
        onChange={(limit) => onChange({ limit })}
      />
      {values.limit === 'gb' && (
        <NumberField
          label={say('forms.limit')}
          hint={say('forms.limitHint')}
          value={values.limitGb}
          onChange={(limitGb) => onChange({ limitGb })}
        />
      )}
      <Select
        label={say('forms.lifetime')}
        names={yesNo}
        chosen={values.lifetime}
        onChange={(lifetime) => onChange({ lifetime })}
      />
      <Select
        label={say('forms.disableAtLimit')}
        names={yesNo}
        chosen={values.disablesAtLimit}
        onChange={(disablesAtLimit) => onChange({ disablesAtLimit })}
      />
      <PasswordField
        label={say('forms.newPasswordOptional')}
        value={values.password}
        onChange={(password) => onChange({ password })}
        optional
      />
    </>
  );
}
