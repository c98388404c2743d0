import { say } from '../../../electron/text/say.ts';
import { NumberField } from '../ui/number-field.tsx';
import { Segments } from '../ui/segments.tsx';
import { type ChoiceProps, Problem } from './entry-fields.tsx';

/** Chooses how long an address is kept, and how many. */
export function SessionFields({ choice, onChange, problem }: ChoiceProps) {
  const { session, minutes, count } = choice;
  return (
    <>
      <div className="field">
        <span aria-hidden="true">{say('connection.session')}</span>
        <Segments
          label={say('connection.session')}
          names={{
            rotating: say('connection.sessionName.rotating'),
            sticky: say('connection.sessionName.sticky'),
            strict: say('connection.sessionName.strict'),
          }}
          chosen={session}
          onChange={(next) =>
            onChange({
              session: next,
              ...(next !== 'sticky' && { minutes: null }),
              ...(next === 'rotating' && { count: 1 }),
            })
          }
        />
        <p className="hint">{say(`connection.sessionHint.${session}`)}</p>
        <Problem text={problem('session')} />
      </div>
      {session !== 'rotating' && (
        <div className="beside">
          <NumberField
            label={say('connection.count')}
            hint={say('connection.countHint')}
            value={count}
            onChange={(next) => onChange({ count: wholeOf(next) ?? 1 })}
            most={1e9}
            problem={problem('count')}
          />
          {session === 'sticky' && (
            <NumberField
              label={say('connection.minutes')}
              hint={say('connection.minutesHint')}
              value={minutes ?? Number.NaN}
              onChange={(next) => onChange({ minutes: wholeOf(next) })}
              most={1e9}
              problem={problem('minutes')}
            />
          )}
        </div>
      )}
    </>
  );
}

function wholeOf(typed: number): number | null {
  return Number.isNaN(typed) ? null : Math.round(typed);
}
