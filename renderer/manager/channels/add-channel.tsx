import { useState } from 'react';
import { Input, Label, Text, TextField } from 'react-aria-components';
import {
  addressProblem,
  type ChannelAddress,
  type ChannelChoice,
  type ChannelService,
  channelKinds,
} from '../../../electron/contract/channel.ts';
import { describeFailure } from '../../../electron/text/failure.ts';
import { say } from '../../../electron/text/say.ts';
import { useCommand } from '../../state/command.ts';
import { Message } from '../../ui/message.tsx';
import { FormDialog } from '../ui/form-dialog.tsx';
import { Select } from '../ui/select.tsx';
import { isChoice } from './choice.ts';
import { ChoiceFields } from './choice-fields.tsx';

const firstSecrets = { url: '', token: '', chat: '', signingKey: '' };
type Secrets = typeof firstSecrets;

const firstChoice: ChannelChoice = {
  name: '',
  kinds: [...channelKinds],
  names: true,
  quietHours: null,
  paused: false,
};

/** Adds a channel. Its address goes to main, and no window sees it again. */
export function AddChannel({ onClose }: { onClose: () => void }) {
  const [service, setService] = useState<ChannelService>('slack');
  const [secrets, setSecrets] = useState(firstSecrets);
  const [choice, setChoice] = useState(firstChoice);
  const [lastsNot, setLastsNot] = useState(false);
  const add = useCommand('addChannel');
  const address = addressOf(service, secrets);
  const isTyped = secrets !== firstSecrets;
  const problem = isTyped ? addressProblem(address) : null;
  async function submit() {
    const outcome = await add.run({ address, choice });
    if (!outcome.ok) return;
    setSecrets(firstSecrets);
    if (outcome.value.lasts) onClose();
    else setLastsNot(true);
  }
  if (lastsNot)
    return (
      <FormDialog
        title={say('channels.addTitle')}
        submit={say('forms.done')}
        onSubmit={async () => onClose()}
        onClose={onClose}
        isPending={false}
      >
        <Message tone="warning" text={say('channels.lastsNot')} />
      </FormDialog>
    );
  return (
    <FormDialog
      title={say('channels.addTitle')}
      submit={say('channels.add')}
      onSubmit={submit}
      onClose={onClose}
      isPending={add.running}
      isDisabled={!isTyped || problem !== null || !isChoice(choice)}
      isDirty={isTyped || choice !== firstChoice}
    >
      <Select
        label={say('channels.service')}
        names={serviceNames()}
        chosen={service}
        onChange={(next) => {
          setService(next);
          setSecrets(firstSecrets);
        }}
      />
      <p className="hint">{say(`channels.hint.${service}`)}</p>
      {fieldsOf(service).map((field) => (
        <SecretField
          key={field}
          field={field}
          value={secrets[field]}
          onChange={(value) => setSecrets({ ...secrets, [field]: value })}
        />
      ))}
      {problem !== null && <Message tone="error" text={say(`channels.problem.${problem}`)} />}
      <ChoiceFields choice={choice} onChange={setChoice} />
      {add.failure !== null && <Message tone="error" text={describeFailure(add.failure)} />}
    </FormDialog>
  );
}

function serviceNames(): Record<ChannelService, string> {
  return {
    slack: say('channels.service.slack'),
    discord: say('channels.service.discord'),
    teams: say('channels.service.teams'),
    ntfy: say('channels.service.ntfy'),
    telegram: say('channels.service.telegram'),
    url: say('channels.service.url'),
  };
}

function fieldsOf(service: ChannelService): readonly (keyof Secrets)[] {
  if (service === 'telegram') return ['token', 'chat'];
  if (service === 'ntfy') return ['url', 'token'];
  return service === 'url' ? ['url', 'signingKey'] : ['url'];
}

function addressOf(service: ChannelService, secrets: Secrets): ChannelAddress {
  const url = secrets.url.trim();
  const token = secrets.token.trim();
  switch (service) {
    case 'telegram':
      return { service, token, chat: secrets.chat.trim() };
    case 'ntfy':
      return { service, url, token };
    case 'url':
      return { service, url, signingKey: secrets.signingKey };
    default:
      return { service, url };
  }
}

type SecretFieldProps = { field: keyof Secrets; value: string; onChange: (value: string) => void };

function SecretField({ field, value, onChange }: SecretFieldProps) {
  const labels = { url: 'address', token: 'token', chat: 'chat', signingKey: 'signingKey' } as const;
  return (
    <TextField
      className="field"
      type={field === 'chat' ? 'text' : 'password'}
      autoComplete="off"
      value={value}
      maxLength={2_000}
      onChange={onChange}
    >
      <Label>{say(`channels.${labels[field]}`)}</Label>
      <Input spellCheck="false" />
      {field === 'signingKey' && (
        <Text slot="description" className="hint">
          {say('channels.signingKeyHint')}
        </Text>
      )}
    </TextField>
  );
}
