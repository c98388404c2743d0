import { Input, Label, TextField } from 'react-aria-components';
import { type ChannelChoice, channelKinds } from '../../../electron/contract/channel.ts';
import { say } from '../../../electron/text/say.ts';
import { useMirror } from '../mirror.ts';
import { Checkbox } from '../ui/checkbox.tsx';

/** Quiet hours, where the user set none for notifications. */
const night = { fromMinute: 22 * 60, toMinute: 8 * 60 };

type ChoiceFieldsProps = { choice: ChannelChoice; onChange: (choice: ChannelChoice) => void };

/** Edits what a channel is called, and what is sent to it. */
export function ChoiceFields({ choice, onChange }: ChoiceFieldsProps) {
  const { name, kinds, names, quietHours } = choice;
  const ofNotifications = useMirror((mirror) => mirror.settings.alerts.quietHours);
  return (
    <>
      <TextField
        className="field"
        value={name}
        maxLength={40}
        onChange={(next) => onChange({ ...choice, name: next })}
      >
        <Label>{say('channels.name')}</Label>
        <Input />
      </TextField>
      <fieldset className="channel-kinds">
        <legend>{say('channels.kinds')}</legend>
        {channelKinds.map((kind) => (
          <Checkbox
            key={kind}
            name={say(`channels.kind.${kind}`)}
            chosen={kinds.includes(kind)}
            onChange={(isChosen) =>
              onChange({
                ...choice,
                kinds: channelKinds.filter((each) => (each === kind ? isChosen : kinds.includes(each))),
              })
            }
          />
        ))}
      </fieldset>
      <Checkbox
        name={say('channels.names')}
        hint={say('channels.namesHint')}
        chosen={names}
        onChange={(shown) => onChange({ ...choice, names: shown })}
      />
      <Checkbox
        name={say('channels.quiet')}
        hint={say('channels.quietHint')}
        chosen={quietHours !== null}
        onChange={(isQuiet) =>
          onChange({ ...choice, quietHours: isQuiet ? (ofNotifications ?? night) : null })
        }
      />
    </>
  );
}
